using Model;

namespace Generator.Modules;

/// <summary>Shows how a deadline stands as the newest article sees it.</summary>
public static class ShowDeadlines
{
    public static DeadlineRow Deadline(this Archive archive, Passage passage, Edtf newest)
    {
        var deadline = passage.Annotation.Deadline!;
        return new(deadline.Due, StateOf(deadline, newest), archive.Reference(passage), archive.Chain(passage), deadline.Outcome is { } outcome ? archive.Reference(outcome) : null);
    }

    /// <summary>Overdue: wholly before the newest article can have been written, and no article tells the outcome.</summary>
    private static DeadlineState StateOf(Deadline deadline, Edtf newest) => deadline.Outcome?.Is switch
    {
        Settled.Met => DeadlineState.Met,
        Settled.Missed => DeadlineState.Missed,
        Settled.Moved => DeadlineState.Moved,
        _ => deadline.Due.Value.Last.CompareTo(newest.First) < 0 ? DeadlineState.Overdue : DeadlineState.Open,
    };
}
