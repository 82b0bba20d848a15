namespace Nabla.Cli.Tests;

/// <summary>
/// The outline of a clone with the page's own Page.proj, and a node, an npm and an engine's project that build the stand-in site in it and note
/// that they were called. They are shell scripts, so there is none on Windows.
/// </summary>
internal sealed class StandInClone : IDisposable
{
    // All that is on the PATH besides.
    private static readonly string[] Tools = ["sh", "cp", "mkdir", "rm", "sleep", "touch"];

    private readonly TestFolder _folder = new();

    public StandInClone()
    {
        StandInSite.WriteSources(_folder["made/dist"], _folder["made/framework"]);
        StandInSite.Compose(_folder["made/site"]);
        Write("nabla.slnx", "");
        Write("global.json", "{}");
        Write("LICENSE", "");
        Write("THIRD-PARTY-NOTICES.md", "");
        Write("src/lab/Page.proj", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Page.proj")));
        Write("src/lab/package-lock.json", "{}");
        Write("src/lab/src/page.ts", "1");
        Write("src/Nabla/Engine.cs", "1");
        Write("src/Nabla/Text/zh.json", "{}");
        Write("src/Nabla.Teaching/Lens.cs", "1");
        Write("src/Nabla.Browser/Api.cs", "1");
        string publish = $"echo dotnet publish >> {_folder["log"]}; rm -rf bin; mkdir -p bin/wasm/site; "
            + $"cp -r {_folder["made/framework"]} bin/wasm/site/_framework; touch bin/wasm/site/_framework/dotnet.boot.js";
        Write("src/Nabla.Browser/Nabla.Browser.proj", $"""
            <Project>
              <Target Name="Publish">
                <Exec Command="{publish}" />
              </Target>
            </Project>
            """);
        Program("node", $"""
            if [ "$1" = --version ]; then echo v22.1.0; exit; fi
            rm -rf "$4"
            cp -r "{_folder["made/site"]}" "$4"
            """);
        Program("npm", $"""
            echo "npm $1" >> "{_folder["log"]}"
            if [ "$1" = ci ]; then mkdir -p node_modules; touch node_modules/.package-lock.json; exit; fi
            rm -rf dist
            cp -r "{_folder["made/dist"]}" dist
            """);
        foreach (string tool in Tools) File.CreateSymbolicLink(_folder[$"programs/{tool}"], Path.Combine("/bin", tool));
    }

    public string this[string name] => _folder[name];

    /// <summary>What was called so far.</summary>
    public string[] Calls => File.Exists(_folder["log"]) ? File.ReadAllLines(_folder["log"]) : [];

    /// <summary>How a command is run that lies in this clone.</summary>
    public CommandRun.Setting Setting => new()
    {
        ProgramFolder = _folder["src/Nabla.Cli/bin/Release/net10.0"],
        Variables = { ["PATH"] = _folder["programs"], ["DOTNET_HOST_PATH"] = Environment.ProcessPath! },
    };

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.WriteAllText(_folder[name], text);
    }

    /// <summary>Puts a program on the PATH.</summary>
    public void Program(string name, string script)
    {
        string path = _folder[$"programs/{name}"];
        Write($"programs/{name}", $"#!/bin/sh\nset -e\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void RemoveProgram(string name) => File.Delete(_folder[$"programs/{name}"]);

    public void Dispose() => _folder.Dispose();
}
