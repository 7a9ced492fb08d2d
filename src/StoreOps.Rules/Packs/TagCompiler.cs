using System.Collections.Immutable;

using StoreOps.Rules.Expressions;
using StoreOps.Rules.Tags;

namespace StoreOps.Rules.Packs;

/// <summary>Checks and compiles the tags and segments of a pack.</summary>
internal static class TagCompiler
{
    public static ImmutableArray<TagRule> Tags(RulePackConfig config, PackContext context)
    {
        var tags = ImmutableArray.CreateBuilder<TagRule>();
        for (var i = 0; i < (config.Tags?.Length ?? 0); i++)
        {
            var tag = config.Tags![i];
            var path = PackContext.At("$.tags", i);
            context.Id(tag.Id, path + ".id");
            var (from, until) = context.Dates(tag.From, tag.Until, path);
            if (Needed(tag, path, context) is { } when)
                tags.Add(new TagRule { Id = tag.Id, Name = tag.Name.ToText(), Level = tag.Level, When = when, From = from, Until = until });
        }

        return tags.ToImmutable();
    }

    public static ImmutableArray<Segment> Segments(RulePackConfig config, PackContext context)
    {
        var segments = ImmutableArray.CreateBuilder<Segment>();
        for (var i = 0; i < (config.Segments?.Length ?? 0); i++)
        {
            var segment = config.Segments![i];
            var path = PackContext.At("$.segments", i);
            context.Id(segment.Id, path + ".id");
            var (from, until) = context.Dates(segment.From, segment.Until, path);
            if (Needed(segment, path, context) is { } when)
                segments.Add(new Segment { Id = segment.Id, Name = segment.Name.ToText(), When = when, From = from, Until = until });
        }

        return segments.ToImmutable();
    }

    // Without a condition everybody would carry the tag: that is more likely forgotten than meant.
    private static Condition? Needed(ConditionConfig config, string path, PackContext context)
    {
        var before = context.Issues.Count;
        var condition = PlainCondition.Compile(config, path, context);
        if (condition is null && context.Issues.Count == before)
            context.Add("SOR033", path, "A tag and a segment have a condition: \"when\", or a plain one such as \"customerStates\"; there was none.");
        return condition;
    }
}
