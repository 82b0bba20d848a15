namespace Nabla.Tests.Text;

/// <summary>
/// No sentence that nobody has seen: the tests of this assembly provoke each, a refusal by what is refused, a finding by what was found. What does
/// not run beside others runs after them. For all of them together, and with <c>NABLA_PROVOKED</c>.
/// </summary>
[CollectionDefinition(nameof(AllProvokedTests), DisableParallelization = true)]
[Collection(nameof(AllProvokedTests))]
public class AllProvokedTests
{
    [ListeningFact]
    public void Every_sentence_is_provoked_by_a_test() => Assert.Empty(Catalogue.Of("zh").Keys.Except(Provoked.Keys));

    /// <summary>A test of what the other tests did; skipped, visibly, where nobody listened to them.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class ListeningFactAttribute : FactAttribute
    {
        public ListeningFactAttribute()
        {
            if (Provoked.Folder is null) Skip = "Nobody listens to the tests: set NABLA_PROVOKED to a folder.";
        }
    }
}
