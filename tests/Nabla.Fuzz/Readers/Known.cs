namespace Nabla.Fuzz;

/// <summary>The readers, in the order of their rooms.</summary>
internal static class Known
{
    public static IReadOnlyList<Reader> Readers { get; } =
    [
        new IdxFiles(), new IdxPairs(), new NpzFiles(), new PngPictures(), new PgmPictures(), new LibraryPictures(), new PictureSizes(),
        new CsvTables(), new PictureTables(), new TableEncodings(),
        new SafetensorsModels(), new StateDicts(), new JsonModels(), new NielsenModels(), new OnnxModels(),
        new Configurations(), new RunNames(), new RunFolders(), new Checkpoints(), new RunMemories(),
        new Settings(), new Formulas(),
    ];
}
