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
        Assert.True(tally.Accepted * 50 > reader.Inputs, $"only {tally.Accepted} of {reader.Inputs} inputs were accepted: they do not come far.");
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

    [Theory]
    [InlineData(0, "KeyNotFoundException while reading")]
    [InlineData(1, "a message of several lines")]
    [InlineData(2, "a control character in a message")]
    [InlineData(3, "a mark that turns text around in a message")]
    [InlineData(4, "half a character")]
    [InlineData(5, "a message of more than")]
    [InlineData(6, "more memory than 64 MB")]
    [InlineData(7, "InvalidDataException in use")]
    [InlineData(8, "not kept: what was promised")]
    public void Whatever_breaks_the_contract_is_found(int how, string problem)
    {
        var tally = Hunt.Run(new BadReader(how), seed: 1, from: 0, inputs: 3);
        var finding = Assert.Single(tally.Findings);
        Assert.StartsWith(problem, finding.Problem, StringComparison.Ordinal);
        Assert.Equal((3, 0), (finding.Count, finding.Index));
        Assert.Contains("--reader bad --seed 1 --from 0 --inputs 1", finding.Report(), StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_follow_from_seed_and_number_alone()
    {
        var reader = new PgmPictures();
        Assert.Equal(Hunt.Input(reader, [[1]], 7, 12), Hunt.Input(reader, [[1]], 7, 12));
        Assert.True(Enumerable.Range(0, 100).Select(i => Convert.ToHexString(Hunt.Input(reader, [[1]], 7, i)[0])).Distinct(StringComparer.Ordinal).Count() > 50);
    }

    /// <summary>A reader that breaks each part of the contract.</summary>
    private sealed class BadReader(int how) : Reader("bad", 0)
    {
        private static readonly string[] Refusals = ["two\nlines", "\e[2J", "\u202Eab", "\uD800", new('x', 2000)];

        public override IReadOnlyList<byte[][]> Samples => [[[1, 2, 3]]];

        public override Action Read(byte[][] parts, string folder) => how switch
        {
            0 => throw new KeyNotFoundException(),
            >= 1 and <= 5 => throw new InvalidDataException(Refusals[how - 1]),
            6 => () => GC.KeepAlive(new byte[65 << 20]),
            7 => () => throw new InvalidDataException("too late"),
            _ => () => Promise.That(false, "what was promised"),
        };
    }
}
