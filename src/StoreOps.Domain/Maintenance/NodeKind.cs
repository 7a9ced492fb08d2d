namespace StoreOps.Domain.Maintenance;

/// <summary>What an <see cref="EmbeddedNode"/> is; the numbers stand in the files.</summary>
internal enum NodeKind
{
    Null = 0,
    False = 1,
    True = 2,
    Number = 3,
    Decimal = 4,
    Text = 5,
    List = 6,
    Members = 7,
}
