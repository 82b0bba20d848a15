using Nabla;

var (train, test) = Digits.Load();                       // built in; or Mnist.Load(), Idx.LoadFolder(...)
var network = Network.Create(784, seed: 1,
    new Dense(16, Activation.Sigmoid), new Dense(16, Activation.Sigmoid), new Dense(10, Activation.Sigmoid));
var trainer = new Trainer(network, train, new TrainingOptions { Optimizer = new Sgd(1), Epochs = 5 });
foreach (var epoch in trainer.Epochs(test)) Console.WriteLine(epoch);
network.Save("digits.safetensors");

var trace = Backpropagation.Trace(network, test[0], Cost.Quadratic);   // z, a, σ′, δ, ∂C/∂w, ∂C/∂b, ∂C/∂a of every layer
Console.WriteLine($"C = {trace.Cost:F4}, δ of its output = {trace.Layers[^1].Delta[test[0].Label]:G3}");
