namespace StoreOps.Domain.Maintenance;

/// <summary>How the actions on one item relate.</summary>
public static class ServiceActions
{
    /// <summary>Tells whether doing one thing also does another.</summary>
    /// <param name="done">What was done.</param>
    /// <param name="wanted">What was asked for.</param>
    /// <returns>True for the same action, for looking at what was worked on, and for anything when the item was replaced.</returns>
    public static bool Includes(this ServiceAction done, ServiceAction wanted) =>
        done == wanted || done == ServiceAction.Replace || wanted == ServiceAction.Inspect;
}
