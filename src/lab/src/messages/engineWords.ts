/**
 * What the engine says in English when something cannot be, and the same in Chinese; `$1` is what stands in the first parentheses. A test
 * of the engine holds its words against this list. What is not in it is shown as the engine says it.
 */
const words: readonly (readonly [RegExp, string])[] = [
  // Settings.
  [/^In the run's name: (.+)$/, '$1'],
  [/^'(.+)' is '(.*)' in the run's name: (.+?)\.$/, '设置“$1”不能是“$2”：$3。'],
  [/^it must be a whole number of at least (\d)$/, '应为不小于 $1 的整数'],
  [/^it must be 0 or a positive number$/, '应为 0 或正数'],
  [/^it must be a positive number$/, '应为正数'],
  [/^it must be a number of at least 0 and less than 1$/, '应为不小于 0 且小于 1 的数'],
  [/^it must be more than 0 and at most 1$/, '应大于 0 且不超过 1'],
  [/^it must be of a hidden layer; softmax is for the last$/, 'softmax 只能用于最后一层'],
  [/^it must be a list of at most (\d+) numbers$/, '最多列出 $1 个数'],
  [/^it must be true or false$/, '应为 true 或 false'],
  [/^it is empty$/, '不能为空'],
  [/^it has the character NUL, which no name of a file has$/, '含有 NUL 字符，文件名中不能有它'],
  [/^(\S+) has no such setting; it is for (.+)$/, '$1 没有这项设置；它用于 $2'],
  [/^There is no (\S+) '(.*)'\. Known: (.+?)\.?$/, '没有“$2”，可选：$3'],
  [/^There is no setting '(.+)', which stands in the run's name; known: (.+)\.$/, '没有名为“$1”的设置。可用的设置：$2。'],
  [/^'(.+)' stands in the run's name twice; say it once\.$/, '“$1”在运行名称中出现了两次，只写一次即可。'],
  [/^'(.*)' in the run's name is no setting; one has the form NAME=VALUE, such as seed=7\.$/, '运行名称中的“$1”不是设置；设置的形式为 名称=值，例如 seed=7。'],
  [/^'(.*)' is no name of a run; one begins with '(.+)', such as (.+)\.$/, '“$1”不是运行名称；运行名称以“$2”开头，例如 $3。'],
  [/^'(.*)' is a run's name of version '(.*)'; this program knows version (.+), '(.+)'\.$/, '“$1”是第“$2”版的运行名称；本程序只认识第 $3 版，即“$4”。'],
  [/^The cost (.+) needs (.+) outputs, not (.+); use it with (.+), or choose the cost (.+)\.$/, '代价函数 $1 需要 $2 输出，而不是 $3；请改用 $4 输出，或选择代价函数 $5。'],
  [/^The learning rate times L2 is (.+); it must be less than the number of examples, (.+), or every step turns the weights' signs\.$/, '学习率乘以 L2 是 $1，应小于样本数 $2，否则每一步都会让权重变号。'],
  [
    /^The network would have (.+) weights and biases, more than the (.+) that the page takes; make its hidden layers smaller\.$/,
    '这个网络会有 $1 个权重和偏置，超过了本页面的上限 $2；请把隐藏层改小。',
  ],
  [/^The validation split (.+) leaves none of the (.+) examples of '(.+)' to learn from; make it smaller, or give more examples\.$/, '验证集比例为 $1 时，“$3”的 $2 个样本都用于验证，没有可学习的样本；请减小比例，或增加样本。'],
  // Data.
  [/^The page cannot get the data '(.*)'; choose (.+)\.$/, '本页面无法取得数据“$1”；请从 $2 中选择。'],
  [/^The data '(.+)' that the run learns from are not here yet\.$/, '这次运行要学习的数据“$1”还没有准备好。'],
  [/^Of digits there can be 1 to (.+) to learn from and as many to test; (.+) and (.+) were asked for\.$/, '用于学习和测试的数字各可有 1 到 $1 个，而要求的是 $2 个和 $3 个。'],
  [/^There is no example (\S+); they are 0 to (\S+)\.$/, '没有编号为 $1 的样本；编号从 0 到 $2。'],
  [/^Nothing is drawn yet\.$/, '还没有画任何东西。'],
  [/^Say which digit the drawing is meant to be: without a target there is no cost\.$/, '请说明画的是哪个数字：没有目标就没有代价。'],
  // The network.
  [/^There is no layer (\S+); the layers are 1 to (\S+)\.$/, '没有第 $1 层；层数从 1 到 $2。'],
  [/^Layer (\S+) has no neuron (\S+); its neurons are 0 to (\S+)\.$/, '第 $1 层没有编号为 $2 的神经元；编号从 0 到 $3。'],
  [/^A neuron of layer (\S+) has no input (\S+); its inputs are 0 to (\S+)\.$/, '第 $1 层的神经元没有编号为 $2 的输入；编号从 0 到 $3。'],
  [/^A weight or bias is a finite number, not (.+)\.$/, '权重或偏置必须是有限的数，不能是 $1。'],
  [/^'(.+)' is a network of (.+), and the run's has (.+); start a run of that shape first\.$/, '“$1”的网络是 $2，而本次运行的是 $3；请先开始一次同样形状的运行。'],
  [/^A number of the answer is infinite or not a number: .+$/, '结果中有无穷大或无意义的数：权重变得太大了。请撤销修改，或回到更早的一步。'],
  // Formulas.
  [/^The formula is empty; write one, such as (.+)\.$/, '公式是空的；请写一个，例如 $1。'],
  [/^The formula has (\S+) characters; at most (\S+) are read\.$/, '公式有 $1 个字符，最多只读 $2 个。'],
  [/^The formula has more than (\S+) parts; write it more simply\.$/, '公式的组成部分超过了 $1 个；请写得简单些。'],
  [
    /^The derivative of this formula has more than (\S+) parts, or is nested too deeply; write the formula more simply\.$/,
    '这个公式的导数超过了 $1 个组成部分，或嵌套太深；请把公式写得简单些。',
  ],
  [/^The formula is nested more than (\S+) deep; write it more simply\.$/, '公式的嵌套超过了 $1 层；请写得简单些。'],
  [/^The formula ends where a number, a variable or '\(' must follow\.$/, '公式到此结束，但后面还应有数、变量或“(”。'],
  [/^There is no '\(' for this '\)'\.$/, '这个“)”没有对应的“(”。'],
  [/^A comma may stand only between the arguments of max and min; decimals have a dot, such as 0\.5\.$/, '逗号只能用来分隔 max 和 min 的参数；小数用点，例如 0.5。'],
  [/^A formula has no '='; give only what stands to the right of it\.$/, '公式里没有“=”；请只写等号右边的部分。'],
  [/^For an absolute value write abs\(x\)\.$/, '绝对值请写成 abs(x)。'],
  [/^A number, a variable or '\(' must stand before '(.)'\.$/, '“$1”前面应有数、变量或“(”。'],
  [/^'(.+)' has no meaning in a formula\.$/, '“$1”在公式里没有意义。'],
  [/^An implied product after a division is read in two ways; write 1\/\(2·x\) or \(1\/2\)·x\.$/, '除号后省略的乘号有两种读法；请写成 1/(2·x) 或 (1/2)·x。'],
  [/^An operator is missing before this number: · for a product, \^ for a power\.$/, '这个数前面缺少运算符：乘用 ·，乘方用 ^。'],
  [/^'(.+)' needs parentheses, such as (.+)\.$/, '“$1”需要括号，例如 $2。'],
  [/^'(.+)' has several primes; only first derivatives are known\.$/, '“$1”有多个撇号；这里只有一阶导数。'],
  [/^max and min take two arguments: max\(x, y\)\.$/, 'max 和 min 需要两个参数：max(x, y)。'],
  [/^This '\(' is never closed; add a '\)'\.$/, '这个“(”没有闭合；请加上“)”。'],
  [/^A dot alone is no number\.$/, '单独一个点不是数。'],
  [/^A number has only one dot\.$/, '一个数只能有一个小数点。'],
  [/^This number is too large\.$/, '这个数太大了。'],
  [/^A raised minus needs a raised number, such as ⁻¹\.$/, '上标的负号后面需要上标的数，例如 ⁻¹。'],
  [/^'(.+)' is not known; did you mean '(.+)'\? Known: (.+)\.$/, '不认识“$1”；您是想写“$2”吗？可用：$3。'],
  [/^'(.+)' is not known\. Known: (.+)\.$/, '不认识“$1”。可用：$2。'],
  // The browser.
  [/^The engine could not be started: (.+)$/, '引擎无法启动：$1'],
  [/^This browser has no WebAssembly or no workers, and the engine needs both\.$/, '这个浏览器没有 WebAssembly 或 Worker，而引擎两者都需要。'],
  [/^The engine's worker failed: (.+)\.$/, '引擎的 Worker 出错了：$1。'],
  [/^The engine's worker could not be started: (.+)$/, '引擎的 Worker 无法启动：$1'],
];

/** The engine's words in Chinese, as far as they are known. */
export function inChinese(said: string): string {
  for (const [pattern, chinese] of words) {
    const parts = pattern.exec(said);
    if (parts) return chinese.replace(/\$(\d)/g, (_, part: string) => inChinese(parts[Number(part)] ?? ''));
  }
  return said;
}
