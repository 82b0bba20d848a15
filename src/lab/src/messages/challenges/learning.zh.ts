export default {
  'challenge.pixels-undivided.title': '忘了缩放像素',
  'challenge.pixels-undivided.ask':
    '有人忘了缩放像素：取值不是 0 到 1，而是 0 到 {white}。让 {examples} 个样本通过一个未训练的新网络（种子 {seed}），第 1 层的 {neurons} 个神经元中，有百分之几是[饱和](saturation)的，也就是斜率 σ′(z) 小于 {flat}？估计一下就行。',
  'challenge.pixels-undivided.why': '饱和的占 {undivided} %；像素取 0 到 1 时是 {divided} %。输入放大到 {white} 倍，加权和就被推到同样远的地方，那里曲线是平的，什么也学不到。',

  'challenge.step-downhill.title': '往下走一步',
  'challenge.step-downhill.ask': '一个权重 w = {w}，它的[导数](partialDerivative) ∂C/∂w = {slope}，[学习率](learningRate) η = {rate}。[梯度下降](gradientDescent)走一步之后，这个权重是多少？',
  'challenge.step-downhill.why': 'w − η · ∂C/∂w = {w} − {rate} · ({slope}) = {after}。用减号，因为导数指向上坡。',

  'challenge.descent-curve.title': '画出下山的路',
  'challenge.descent-curve.ask': '在 f(x) = {a} · x² 上做[梯度下降](gradientDescent)，从 x = {start} 出发，η = {rate}。画出从起点到第 {steps} 步，x 每步在哪里。',
  'challenge.descent-curve.why': '斜率是 {slope} · x，所以每一步都把 x 乘以 1 − η · {slope} = {factor}。越近谷底，步子越短；最后 x = {end}。',

  'challenge.learning-rate-limit.title': 'η 最大能取多少',
  'challenge.learning-rate-limit.ask': '在 f(x) = {a} · x² 上做梯度下降：[学习率](learningRate) η 从多大开始，无论走多久都不再接近谷底？',
  'challenge.learning-rate-limit.why': '走一步，x 变成 (1 − η · {slope}) · x。只有这个因子大于 −1，才会更近谷底：界限是 η = {limit}。',

  'challenge.momentum.title': '坡上的动量',
  'challenge.momentum.ask': '带[动量](momentum)时，每一步保留上一步的 μ = {mu} 那部分，再加上 −η 乘斜率。如果坡度处处相同，步长最后会变成第一步的多少倍？',
  'challenge.momentum.why': '每一步等于第一步再加上前一步的 {mu} 倍，直到不再变化：1 / (1 − {mu}) = {times} 倍。',

  'challenge.which-way.title': '哪个更要紧',
  'challenge.which-way.ask': 'f(x, y) 在这里的[梯度](gradient)是 ({x}, {y})。把 x 动一点点，f 的变化是把 y 动同样一点点时的多少倍？',
  'challenge.which-way.why': '要看分量的大小：{more} 比 {less}，是 {times} 倍。符号只说明哪边是上坡。',

  'challenge.local-minimum.title': '换种子，换谷底',
  'challenge.local-minimum.ask':
    '{seeds} 个网络的初始权重各不相同（种子 {first} 到 {last}），都用同样的 {examples} 个样本学 {epochs} 轮，于是各自走到自己的极小值。按 {tests} 个测试样本上的[准确率](accuracy)，最好的和最差的相差多少？',
  'challenge.local-minimum.why': '最差的认对 {least} %，最好的 {most} %，相差 {spread} 个百分点。它们的权重毫无共同之处，但大多数[局部最小值](localMinimum)差不多一样好。',
  'challenge.local-minimum.option.least': '不到 {little} 个百分点',
  'challenge.local-minimum.option.less': '{little} 到 {some} 个百分点',
  'challenge.local-minimum.option.more': '{some} 到 {much} 个百分点',
  'challenge.local-minimum.option.most': '超过 {much} 个百分点：从哪里出发决定一切',

  'challenge.xor-seeds.title': '异或：许多起点',
  'challenge.xor-seeds.ask':
    '用能学会异或的最小网络 2-2-1 来学异或。{seeds} 个这样的网络初始权重各不相同（种子 {first} 到 {last}），都在四个角上学 {epochs} 轮，η = {rate}。最后有几个网络把四个角全答对？估计一下就行。',
  'challenge.xor-seeds.why': '{seeds} 个里有 {found} 个学会了，{missed} 个没有：它们停在[局部最小值](localMinimum)或平坦处。权重这么少，就没有路可绕；大一些的网络几乎总能找到路。',

  'challenge.updates-in-epoch.title': '一轮有几步',
  'challenge.updates-in-epoch.ask': '用来学习的样本有 {examples} 个。每个[小批量](miniBatch) {batch} 个，最后一个小批量收下余数：一[轮](epoch)里权重改变几次？',
  'challenge.updates-in-epoch.why': '每个小批量一次：{whole} 个满 {batch} 的，再加剩下 {rest} 个样本的那一个，一共 {steps} 次。',

  'challenge.sum-or-mean.title': '求和还是平均',
  'challenge.sum-or-mean.ask':
    '从第 {first} 号起的 {count} 个训练样本组成一个[小批量](miniBatch)。现在把其中每个样本都放 {times} 遍，共 {all} 个。这个小批量的[梯度](gradient)，以及由它得出的那一步，是原来的多少倍长？',
  'challenge.sum-or-mean.why': '原来长 {once}，现在长 {often}。梯度是小批量上的平均：总和变大了，除数也同样变大。',

  'challenge.batch-times-ten.title': '批量放大十倍',
  'challenge.batch-times-ten.ask':
    '两个网络起点相同（种子 {seed}），用同样的 {examples} 个样本学 {epochs} 轮，都用 η = {rate}：一个的[小批量](miniBatch)有 {batch} 个样本，另一个有 {large} 个。第二个网络在测试样本上的[准确率](accuracy)怎么样？',
  'challenge.batch-times-ten.why': '它是 {afterwards} %，用较小的小批量是 {small} %。它只走了 {fewer} 步，而不是 {steps} 步；梯度是平均，一步并不会因为样本多就更长。',
  'challenge.batch-times-ten.option.lower': '更低',
  'challenge.batch-times-ten.option.same': '差不多，相差不超过 {alike} 个百分点',
  'challenge.batch-times-ten.option.higher': '更高',

  'challenge.cost-every-step.title': '步步都下降吗',
  'challenge.cost-every-step.ask':
    '从这一刻起，网络走 {steps} 步，每步用 {batch} 个样本的[小批量](miniBatch)，η = {rate}。其中有几步走完之后，全部 {examples} 个样本的[代价](cost)反而比之前高？估计一下就行。',
  'challenge.cost-every-step.why': '{steps} 步里有 {raised} 步使它升高；总的来说从 {before} 变到 {after}。每一步走的是自己那 {batch} 个样本的下坡，和全部样本的下坡不完全相同。',

  'challenge.cost-and-accuracy.title': '代价升，准确率也升',
  'challenge.cost-and-accuracy.ask':
    '网络从这一刻起，再用 {examples} 个样本学 {epochs} 轮，每轮之后看一遍 {tests} 个测试样本。它们的[代价](cost)升高、[准确率](accuracy)也同时升高，这样的情况有多少？',
  'challenge.cost-and-accuracy.why': '{epochs} 轮里有 {both} 轮。第 {epoch} 轮，代价从 {costBefore} 变到 {costAfter}，准确率从 {before} % 变到 {after} %。代价计较每个输出差多少，准确率只看哪个输出最大。',
  'challenge.cost-and-accuracy.option.never': '没有：代价升高，准确率就下降',
  'challenge.cost-and-accuracy.option.sometimes': '至少一次，但不超过一半的轮数',
  'challenge.cost-and-accuracy.option.mostly': '超过一半的轮数',

  'challenge.equal-weights.title': '权重全都一样',
  'challenge.equal-weights.ask': '所有权重和[偏置](bias)都从 {weight} 开始，然后网络用 {examples} 个样本学一[轮](epoch)。第 {layer} 层有 {neurons} 个神经元：学完之后，其中不同的有几个？',
  'challenge.equal-weights.why': '{neurons} 个里有 {different} 个。一样的神经元得到同样的输入和同样的误差 δ，于是每一步都变得一样。',

  'challenge.zero-biases.title': '偏置全为零',
  'challenge.zero-biases.ask': '所有[偏置](bias)都从 0 开始，权重却是随机的（种子 {seed}），然后网络用 {examples} 个样本学一[轮](epoch)。第 {layer} 层有 {neurons} 个神经元：学完之后，其中不同的有几个？',
  'challenge.zero-biases.why': '{neurons} 个里有 {different} 个。随机的权重已经把神经元区分开，每个都得到自己的误差 δ，也就得到自己的偏置。',

  'challenge.flipped-sign.title': '符号弄反了',
  'challenge.flipped-sign.ask':
    '程序里有个符号弄反了：w ← w + η · ∂C/∂w。从这一刻起这样走 {steps} 步，每个小批量 {batch} 个样本，η = {rate}。{examples} 个样本的[代价](cost)原来是 {before}，之后呢？',
  'challenge.flipped-sign.why': '它从 {before} 变到 {after}。梯度指向代价升高的方向；把它加上去，就是往上爬。',
  'challenge.flipped-sign.option.lower': '更低，降了 {alike} % 以上',
  'challenge.flipped-sign.option.same': '不变，相差不超过 {alike} %',
  'challenge.flipped-sign.option.doubled': '更高，但最多两倍',
  'challenge.flipped-sign.option.more': '超过两倍',
  'challenge.flipped-sign.option.endless': '大到写不出来',

  'challenge.gradients-not-zeroed.title': '梯度忘了清零',
  'challenge.gradients-not-zeroed.ask': '一个程序每一步都把[梯度](gradient)加到已经存着的上面，中间忘了清零。假设每一步的梯度都一样，第 {step} 步的长度是第一步的多少倍？',
  'challenge.gradients-not-zeroed.why': '到那时已经累加了 {times} 个梯度，所以第 {step} 步长达 {times} 倍，好像 η 一步步变大。',

  'challenge.six-mistakes.title': '六种错误中的哪种',
  'challenge.six-mistakes.ask':
    '用 {examples} 个样本学了 {epochs} 轮，准确率只有 {accuracy} %，和瞎猜差不多。迹象：代价从 {before} 变到 {after}；最大的输入是 {largest}；第 1 层有 {saturated} % [饱和](saturation)，{neurons} 个神经元里有 {different} 个不同；给出的答案有 {answers} 种。犯的是哪种错误？',
  'challenge.six-mistakes.why':
    '先看最可靠的迹象。输入大于 1：像素没缩放。神经元全都一样：权重相同。大多饱和：η 太大。代价升高：符号反了。代价没怎么变：η 太小。代价降了，错误却没少：标签配错了图片。',
  'challenge.six-mistakes.option.pixels-undivided': '像素没有缩放',
  'challenge.six-mistakes.option.equal-weights': '权重一开始全都相同',
  'challenge.six-mistakes.option.rate-too-large': '学习率大得太多',
  'challenge.six-mistakes.option.flipped-sign': '一步的符号弄反了',
  'challenge.six-mistakes.option.rate-too-small': '学习率小得太多',
  'challenge.six-mistakes.option.labels-shuffled': '标签被打乱了',

  'challenge.early-layers.title': '传到第 1 层的有多少',
  'challenge.early-layers.ask':
    '一个与此类似的新网络有 {hidden} 个隐藏层，每层 {neurons} 个神经元（种子 {seed}），看 {examples} 个样本。第 1 层的 ∂C/∂w 平均有多大？与输出层（第 {last} 层）相比。',
  'challenge.early-layers.why': '|∂C/∂w| 的平均，第 1 层是 {first}，第 {layer} 层是 {last}。误差往回走，每层都要乘以权重和 σ′(z)，而 [sigmoid](sigmoid) 的 σ′(z) 从不超过四分之一。',
  'challenge.early-layers.option.more': '超过 {alike} 倍',
  'challenge.early-layers.option.alike': '差不多，从一半到 {alike} 倍',
  'challenge.early-layers.option.tens': '更小，最多小到 1/{tens}',
  'challenge.early-layers.option.hundreds': '1/{tens} 到 1/{hundreds} 之间',
  'challenge.early-layers.option.thousands': '不到 1/{hundreds}',

  'challenge.layers-without-bends.title': '层数多，却没有弯',
  'challenge.layers-without-bends.ask':
    '要把圆里的点和外圈的点分开。网络有 {layers} 个隐藏层，每层 {neurons} 个神经元（种子 {seed}），但其中没有[激活函数](activationFunction)：a = z。训练之后，它的边界是什么形状？',
  'challenge.layers-without-bends.why': '是直的。把这 {layers} 层乘起来就是一层，两者的结果最多相差 {difference}。所以它只能分对 {accuracy} % 的点。',
  'challenge.layers-without-bends.option.line': '一条直线',
  'challenge.layers-without-bends.option.bends': '一条折线，层数越多弯折越多',
  'challenge.layers-without-bends.option.ring': '一条围住里面那些点的闭合曲线',

  'slip.scale-is-all-the-same': '这是缩放过的像素的比例。输入变大，加权和也变大，所以输入的大小并非无所谓：它决定神经元处在曲线的哪一段。',
  'slip.without-rate': '这是 w − ∂C/∂w，漏了学习率：一步是 η 乘导数。',
  'slip.step-for-weight': '这只是那一步。新的权重是原来的权重加上这一步。',
  'slip.wrong-side': '形状对了，边不对。一步会不会跳过谷底，要看 1 − 2aη：小于 0 则步步都跳过去，大于 0 则从不跳过。',
  'slip.steps-of-one-length': '这些步子都和第一步一样长。一步是 η 乘斜率，而越近谷底，斜率越小。',
  'slip.bottom-for-limit': '用这个 η，一步正好走到谷底。再大一些会冲过头，但仍在靠近，直到 η 达到它的两倍。',
  'slip.momentum-added-once': '这是第二步，1 + μ。第三步又保留第二步的一部分，如此继续：步子还会变长。',
  'slip.momentum-as-factor': 'μ 不是用来乘步长的，而是上一步中保留下来再加上去的那部分。所以步子变长，不是变短。',
  'slip.ratio-upside-down': '这是 y 相对于 x 的重要性，问的是反过来。',
  'slip.difference-for-ratio': '这是两个分量之差。多少倍，要看它们之比。',
  'slip.squared-ratio': '这是比的平方。动一点点时，f 的变化是分量乘以移动量，所以答案就是比本身。',
  'slip.seed-decides-all': '糟糕的局部最小值人人都怕，但在这样的网络里很少碰到：从大多数起点出发，结果都差不多。',
  'slip.every-seed-arrives': '不是每个起点都能走到答案。下降只会往低处走，而隐藏神经元只有两个时，许多路半途就到头了。',
  'slip.step-for-each-example': '这是每个样本走一步。其实权重要等整个小批量看完，才按它的平均改变一次。',
  'slip.epoch-is-one-step': '这是全部样本只走一步。一轮是把全部数据看一遍，但每个小批量之后都走一步。',
  'slip.rest-forgotten': '这漏了最后那个小批量。它小一些，但同样走一步。',
  'slip.divided-without-adding': '这只记得除以更大的样本数，却忘了它们的总和也同样变大了。',
  'slip.same-examples-same-learning': '样本是一样的，步数却不一样：只有十分之一，而且每步并不更长。所以把小批量放大时，也要把 η 调大。',
  'slip.less-noise-more-learning': '大的小批量下坡方向更准，但一步走得并不更远。步数只剩十分之一，得不偿失。',
  'slip.down-at-every-step': '一步降低的是自己那个小批量的代价。对其他样本，代价可能升高，而且常常升高。',
  'slip.cost-is-accuracy': '代价和准确率不是同一件事的两面。几个答案刚好变对，另一些却错得更远，两者就一起升高。',
  'slip.training-tells-apart': '训练区分不开一样的东西：输入一样、权重一样、δ 一样，走的步子就一样。只有随机的起点才能区分。',
  'slip.equal-biases-equal-neurons': '偏置一样，神经元并不一样：它们的权重不同。只有权重也全都一样，神经元才始终是同一个。',
  'slip.down-either-way': '往不往下走，不看步子大小，看符号。逆着梯度，代价下降；顺着梯度，代价升高。',
  'slip.each-step-alone': '这一步自己的梯度和第一步一样长，但存着的没有清零：此前的梯度全都又算了一遍。',
  'slip.path-for-step': '这是所有步子加起来走了多远。问的只是这一步的长度。',
  'slip.layers-learn-alike': '梯度不是平均分给各层的：往回的每一层都把它乘上权重和斜率，传到第 1 层时已经乘过了所有这些。',
  'slip.nearest-input-most': '第 1 层离输入最近，但误差从代价出发：第 1 层最后才听到它。',
  'slip.layers-add-bends': '层本身不会弯：线性之后再线性，还是线性。弯的是层与层之间的激活函数。',
  'slip.boundary-follows-points': '这些点需要一个圈，但网络只能画出它的函数画得出的东西。函数里没有弯，就只能是直线。',
} as const;
