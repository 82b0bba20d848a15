using System.Text;

namespace Nabla.Fuzz;

/// <summary>CSV and TSV files, then their encoding and the examples that come of it. The second part says how they are to be taken.</summary>
internal sealed class CsvTables() : Reader("csv", 40_000)
{
    // How: four times the target and whether there is a header (3: none), the task, what becomes of missing cells, delimiter and part to test on.
    public override IReadOnlyList<byte[][]> Samples { get; } =
    [
        Sample("size,colour,kind\n1,red,a\n3,blue,b\n5,red,a\n2,blue,b\n", 0),
        Sample("size,colour,kind\n1,red,a\n3,blue,b\n5,red,a\n2,blue,b\n", 0, 129, 3, 1),
        Sample("size;colour;y\n1.5;red;10.5\n3;;20.25\n;red;11\n2;blue;21\n", 0, 2, 1, 2),
        Sample("a\tb\tc\r\n1\t2\tx\r\n3\t4\ty\r\n5\t6\tx\r\n", 0, 1),
        Sample("\"a, b\",\"c \"\"d\"\"\",e\n\"1\n2\",7,0\n\"a\nb\",8,1\n\"x\",9,1\n", 0, 0, 2),
        Sample("1,2,0\n3,4,1\n5,6,0\n7,8,1\n", 3, 0, 4),
    ];

    public override IReadOnlyList<string> Words { get; } =
        [",", ";", "\t", "|", "\"", "\"\"", "\n", "\r\n", "\r", "\n\n", ",,", "NA", "?", "null", "NaN",
            "inf", "∞", "1e60", "-1e300", "1e308", " 1", "1 ", "'1'", "a,", "size", "\uFEFF", "#", "1,2,3\n"];

    public override Action Read(byte[][] parts, string folder)
    {
        byte[] how = [.. parts[1], 0, 0, 0, 0];
        string path = Write(folder, "table.csv", parts[0]);
        char?[] delimiters = [null, ',', ';', '\t', '|'];
        var table = Csv.Read(path, new CsvOptions { Delimiter = delimiters[how[3] % delimiters.Length], HasHeader = how[0] % 4 != 3 });
        var columns = table.Columns;
        var options = new TableOptions
        {
            Target = columns[(how[0] / 4 + columns.Count - 1) % columns.Count],
            Task = (TableTask)(how[1] % 3),
            Missing = (MissingValues)(how[2] % 5),
            Categorical = how[1] >= 128 ? [columns[0]] : [],
        };
        var (train, test, encoding) = TableEncoding.Split(table, options, how[3] % 2 * 0.25);
        return () =>
        {
            foreach (var data in new[] { train, test })
            {
                if (data is null) continue;
                foreach (float value in data.Values) Promise.That(float.IsFinite(value), "inputs that are numbers");
                foreach (float target in data.Targets) Promise.That(float.IsFinite(target), "targets that are numbers");
                Promise.That(data.Inputs == encoding.Inputs && data.Outputs == encoding.Outputs, "data as the encoding says");
            }

            var again = TableEncoding.Parse(encoding.ToJson());
            Promise.That(again.ToJson() == encoding.ToJson(), "an encoding that is read as it was written");
            Promise.That(again.Divide(table, how[3] % 2 * 0.25, 1).Train.Digest() == train.Digest(), "the same examples by the encoding that was read again");
        };
    }

    private static byte[][] Sample(string text, params byte[] how) => [Encoding.UTF8.GetBytes(text), how];
}
