using System.CommandLine;

using StoreOps.Domain.Maintenance;

namespace StoreOps.Cli;

/// <summary>By which schedules and items a vehicle is planned: those of the tool, with what a shop or vendor lays over them.</summary>
internal sealed class RuleOptions
{
    private readonly Option<string?> _schedule = new("--schedule") { Description = "a schedule file to use instead of those that come with the tool" };
    private readonly Option<string[]> _overlays = new("--overlay") { Description = "a maintenance overlay file; may be repeated" };
    private readonly Option<string[]> _catalogs = new("--catalog") { Description = "a catalog overlay file with items of your own; may be repeated" };

    public void AddTo(Command command)
    {
        command.Options.Add(_schedule);
        command.Options.Add(_overlays);
        command.Options.Add(_catalogs);
    }

    public ScheduleLibrary Library(ParseResult parsed)
    {
        var library = ScheduleLibrary.BuiltIn;
        foreach (var file in parsed.GetValue(_overlays) ?? [])
        {
            if (!ScheduleLayer.TryLoad(InputFile.Read(file), out var layer, out var issues))
                throw new InputException(file + ": " + string.Join(Environment.NewLine, issues));
            library = library.With(layer);
        }

        return library;
    }

    public MaintenancePlan Plan(ParseResult parsed, MaintenanceSituation situation, ScheduleLibrary? library = null)
    {
        var catalog = Catalog(parsed);
        if (parsed.GetValue(_schedule) is not { } file)
            return new MaintenancePlanner(catalog, library ?? Library(parsed)).Plan(situation);
        if (!MaintenanceSchedule.TryLoad(InputFile.Read(file), out var schedule, out var issues))
            throw new InputException(file + ": " + string.Join(Environment.NewLine, issues));
        return new MaintenancePlanner(catalog).Plan(situation, new ScheduleMatch(schedule, ScheduleMatchLevel.Model));
    }

    private MaintenanceCatalog Catalog(ParseResult parsed)
    {
        var catalog = MaintenanceCatalog.BuiltIn;
        foreach (var file in parsed.GetValue(_catalogs) ?? [])
        {
            if (!CatalogOverlay.TryLoad(InputFile.Read(file), out var overlay, out var issues) || !catalog.TryWith(overlay, out var more, out issues))
                throw new InputException(file + ": " + string.Join(Environment.NewLine, issues));
            catalog = more;
        }

        return catalog;
    }
}
