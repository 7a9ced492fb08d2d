using FsCheck;
using FsCheck.Fluent;

using StoreOps.Cli.Offers;

namespace StoreOps.Cli.Tests;

public class CsvRowsTests
{
    private static readonly Gen<string> Field = Gen.Elements("a", "\"", ",", "\r\n", "\n", "\r", " ", "机油", "12").ListOf().Select(string.Concat);

    [Fact]
    public void TryRead_WhatWasQuoted_ComesBackAsItWas() =>
        Prop.ForAll(Rows().ToArbitrary(), Gen.Elements("\n", "\r\n", "\r").ToArbitrary(), (rows, end) =>
        {
            var text = string.Concat(rows.Select(row => string.Join(',', row.Select(Quoted)) + end));
            return Read(text).SequenceEqual(rows.Select(row => string.Join('|', row)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TryRead_AnyText_EndsAndNamesLinesInOrder() =>
        Prop.ForAll(Field.ToArbitrary(), text =>
        {
            var (rows, fields, before) = (new CsvRows(new StringReader(text)), new List<string>(), 0);
            while (rows.TryRead(fields, out _))
            {
                if (rows.Line <= before || fields.Count == 0)
                    return false;
                before = rows.Line;
            }

            return before <= text.Length + 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TryRead_FieldOverTheEdgeOfTheBuffer_IsWhole()
    {
        var longField = new string('x', (1 << 16) - 2);
        Assert.Equal([longField + "|ab\"c|d"], Read($"{longField},\"ab\"\"c\",d"));
    }

    [Theory]
    [InlineData("a,b\n\n\nc", 4)]
    [InlineData("a,\"b\n\nc\"\nd", 4)]
    [InlineData("a\r\rb", 3)]
    [InlineData("a\"b\nc", 2)]
    public void Line_AfterLineEndingsOfAnyKind_IsThatOfTheRow(string text, int expected)
    {
        var (rows, fields) = (new CsvRows(new StringReader(text)), new List<string>());
        var line = 0;
        while (rows.TryRead(fields, out _))
            line = rows.Line;
        Assert.Equal(expected, line);
    }

    private static Gen<IList<string[]>> Rows() =>
        from width in Gen.Choose(1, 4)
        from rows in Field.ListOf(width).Select(row => row.ToArray()).ListOf()
        select (IList<string[]>)[.. rows];

    private static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<string> Read(string text)
    {
        var (rows, fields, read) = (new CsvRows(new StringReader(text)), new List<string>(), new List<string>());
        while (rows.TryRead(fields, out var problem))
        {
            Assert.Null(problem);
            read.Add(string.Join('|', fields));
        }

        return read;
    }
}
