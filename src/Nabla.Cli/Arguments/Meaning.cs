namespace Nabla.Cli;

/// <summary>What options, commands and values are called elsewhere: in textbooks, in other programs, in Chinese.</summary>
internal static class Meaning
{
    /// <summary>Other names of <c>--learning-rate</c>, which are taken as they stand.</summary>
    public static string[] OfLearningRate { get; } = ["-η", "--η", "--eta", "-α", "--α", "--alpha", "--lr"];

    // A name of ours, and what people call it. Of several that mean the same, a command has one.
    private static readonly (string Ours, string[] Theirs)[] Table =
    [
        ("learning-rate", ["lr", "alpha", "eta", "α", "η", "rate", "step-size", "stepsize", "learningrate", "学习率"]),
        ("find-learning-rate", ["lr-find", "find-lr", "lr-finder"]),
        ("batch-size", ["batch", "bs", "batchsize", "minibatch", "mini-batch", "mini-batch-size", "批量", "批量大小", "小批量"]),
        ("epochs", ["epoch", "n-epochs", "num-epochs", "iterations", "iters", "max-iter", "轮数", "迭代次数"]),
        ("steps", ["epochs", "epoch", "iterations", "iters", "max-iter"]),
        ("cost", ["loss", "criterion", "objective", "error", "loss-function", "cost-function", "代价", "损失", "损失函数", "代价函数"]),
        ("activation", ["act", "nonlinearity", "non-linearity", "squash", "σ", "sigma", "激活函数"]),
        ("hidden", ["neurons", "units", "nodes", "hidden-layers", "hidden-units", "hidden-size", "width", "architecture", "隐藏层"]),
        ("layers", ["sizes", "shape", "structure", "层"]),
        ("optimizer", ["optim", "optimiser", "solver", "algorithm", "method", "优化器"]),
        ("initializer", ["init", "initialiser", "initialization", "weight-init", "初始化"]),
        ("data", ["dataset", "data-set", "input", "file", "csv", "train-data", "数据", "数据集"]),
        ("target", ["label", "labels", "y", "response", "目标", "标签"]),
        ("test-split", ["test-size", "split", "holdout"]),
        ("validation-split", ["val", "validation", "val-split", "validation-size"]),
        ("out", ["output", "save", "dir", "output-dir", "save-to", "folder", "输出"]),
        ("seed", ["random-seed", "random-state", "rng", "随机种子", "种子"]),
        ("l2", ["lambda", "λ", "regularization", "regularisation", "weight-penalty", "ridge", "正则化"]),
        ("l1", ["lasso"]),
        ("weight-decay", ["wd", "decay"]),
        ("dropout", ["drop", "drop-rate", "dropout-rate"]),
        ("momentum", ["μ", "mu", "动量"]),
        ("patience", ["early-stopping", "early-stop"]),
        ("threads", ["workers", "jobs", "n-jobs", "cores", "cpus"]),
        ("quadratic", ["mse", "squared", "square", "squared-error", "mean-squared-error", "mean-square", "sse", "l2", "euclidean", "均方误差", "平方误差", "二次代价"]),
        ("half-quadratic", ["half-mse", "nielsen", "least-squares"]),
        ("cross-entropy", ["crossentropy", "xent", "ce", "nll", "categorical-crossentropy", "sparse-categorical-crossentropy", "softmax-loss", "交叉熵"]),
        ("binary-cross-entropy", ["bce", "log-loss", "logloss", "binary-crossentropy", "bceloss", "二元交叉熵"]),
        ("sigmoid", ["logistic", "σ", "sigma", "logsig", "expit"]),
        ("tanh", ["tansig", "hyperbolic-tangent"]),
        ("relu", ["rectifier", "rectified", "ramp"]),
        ("leaky-relu", ["lrelu", "leaky"]),
        ("swish", ["silu"]),
        ("identity", ["linear", "none", "id"]),
        ("softmax", ["soft-max"]),
        ("sgd", ["gd", "gradient-descent", "stochastic-gradient-descent", "descent", "梯度下降", "随机梯度下降"]),
        ("nesterov", ["nag"]),
        ("rmsprop", ["rms"]),
        ("xavier", ["glorot", "glorot-uniform", "glorot-normal", "uniform", "random"]),
        ("he", ["kaiming", "he-normal", "he-uniform"]),
        ("normal", ["gaussian", "randn"]),
        ("fashion-mnist", ["fashion", "fashionmnist"]),
        ("digits", ["builtin", "built-in", "手写数字"]),
        ("classification", ["classify", "classes", "分类"]),
        ("regression", ["regress", "numbers", "回归"]),
        ("train", ["fit", "learn", "run", "start", "训练"]),
        ("evaluate", ["eval", "test", "score", "accuracy", "validate", "测试", "评估"]),
        ("predict", ["classify", "recognize", "recognise", "infer", "inference", "read", "预测", "识别"]),
        ("explain", ["backprop", "backpropagation", "inspect", "解释"]),
        ("gradcheck", ["gradient-check", "grad-check", "check", "check-gradient"]),
        ("descend", ["gradient-descent", "descent", "minimize", "minimise"]),
        ("lab", ["ui", "gui", "web", "serve", "page", "playground"]),
        ("bench", ["benchmark", "speed"]),
        ("experiment", ["experiments"]),
    ];

    /// <summary>The name among some that means what was typed; null where none does.</summary>
    public static string? Of(string typed, IReadOnlyCollection<string> known)
    {
        string hyphens = typed[..^typed.TrimStart('-').Length], word = typed[hyphens.Length..].ToLowerInvariant().Replace('_', '-');
        return Table.Where(entry => entry.Theirs.Contains(word)).Select(entry => (hyphens.Length > 0 ? "--" : "") + entry.Ours).FirstOrDefault(known.Contains);
    }
}
