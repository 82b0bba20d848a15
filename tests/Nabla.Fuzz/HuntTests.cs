using Xunit;

namespace Nabla.Fuzz;

public class HuntTests
{
    public static TheoryData<string> Readers => [.. Known.Readers.Select(reader => reader.Name)];

    [Theory]
    [MemberData(nameof(Readers))]
    public void Whatever_a_reader_is_given_it_accepts_or_refuses_in_words(string name)
    {
        var reader = Known.Readers.First(known => known.Name == name);
        var tally = Hunt.Run(reader, seed: 1, from: 0, reader.Inputs);
        Assert.Empty(tally.Findings.Select(finding => finding.Report()));
        Assert.Equal(reader.Inputs, tally.Accepted + tally.Refused);
        Assert.True(tally.Accepted * 20 > reader.Inputs, $"only {tally.Accepted} of {reader.Inputs} inputs were accepted: they do not come far.");
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Samples_are_accepted_as_they_are(string name)
    {
        var reader = Known.Readers.First(known => known.Name == name);
        string folder = Directory.CreateTempSubdirectory("nabla-fuzz-").FullName;
        var tally = new Tally();
        foreach (byte[][] sample in reader.Samples) Hunt.Try(reader, 0, 0, sample, folder, tally);
        Directory.Delete(folder, recursive: true);
        Assert.Empty(tally.Findings.Select(finding => finding.Report()));
        Assert.Equal(reader.Samples.Count, tally.Accepted);
    }

    [Fact]
    public void Inputs_follow_from_seed_and_number_alone()
    {
        var reader = new PgmPictures();
        Assert.Equal(Hunt.Input(reader, [[1]], 7, 12), Hunt.Input(reader, [[1]], 7, 12));
        Assert.True(Enumerable.Range(0, 100).Select(i => Convert.ToHexString(Hunt.Input(reader, [[1]], 7, i)[0])).Distinct(StringComparer.Ordinal).Count() > 50);
    }
}
