using System.Runtime.InteropServices;

namespace StoreOps.Recommend.Parts;

/// <summary>What one call has gathered on one part. Thirty-two bytes, so that two share a cache line.</summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
internal struct Cell
{
    /// <summary>The call that this was written in; what an earlier one wrote is void.</summary>
    public uint Epoch;

    public uint SameVehicle;
    public uint SameVisit;
    public uint Sequence;
    public int History;
    public ushort Similar;
    public ushort Sources;
    public byte Usage;
    public byte Due;
    public byte Finding;
    public byte OnOrder;
}
