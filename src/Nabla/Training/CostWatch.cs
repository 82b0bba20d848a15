namespace Nabla;

/// <summary>Watches the costs of the epochs for <see cref="EarlyStopping"/> and <see cref="ReduceOnPlateau"/>.</summary>
internal sealed class CostWatch(EarlyStopping? stopping, ReduceOnPlateau? plateau)
{
    /// <summary>The best cost that early stopping has seen.</summary>
    public double Best { get; private set; } = double.PositiveInfinity;

    /// <summary>Epochs since then; 0 where the latest is the best.</summary>
    public int WithoutImprovement { get; private set; }

    /// <summary>Whether early stopping has waited long enough.</summary>
    public bool IsPatienceOver => WithoutImprovement >= stopping?.Patience;

    /// <summary>The best cost that <see cref="ReduceOnPlateau"/> has seen.</summary>
    public double PlateauCost { get; private set; } = double.PositiveInfinity;

    /// <summary>Epochs since then, or since the rate fell.</summary>
    public int OnPlateau { get; private set; }

    /// <summary>What <see cref="ReduceOnPlateau"/> has made of the learning rate.</summary>
    public double Factor { get; private set; } = 1;

    public void Note(double cost)
    {
        if (plateau is not null)
        {
            OnPlateau = cost < PlateauCost ? 0 : OnPlateau + 1;
            PlateauCost = Math.Min(cost, PlateauCost);
            if (OnPlateau >= plateau.Patience) (OnPlateau, Factor) = (0, Factor * plateau.Decay);
        }

        if (stopping is not null) (Best, WithoutImprovement) = cost < Best * (1 - stopping.MinimumImprovement) ? (cost, 0) : (Best, WithoutImprovement + 1);
    }

    public void Restore(TrainerState state)
    {
        (Best, WithoutImprovement) = (state.BestCost, state.EpochsWithoutImprovement);
        (PlateauCost, OnPlateau, Factor) = (state.PlateauCost, state.EpochsOnPlateau, state.PlateauFactor);
    }
}
