interface Operator {
  /** Shown after 编码登记于. */
  name: string;
  english: string;
  /** `file`: read in a real exported picture; `list`: from published lists. */
  source: 'file' | 'list';
}

/** Unified social credit code → the registered entity and its best-known service (as of 2026-11). */
const operators: Record<string, Operator> = {
  '91110102MACQD9K640': { name: '字节跳动系主体（豆包）', english: 'a ByteDance company (Doubao)', source: 'file' },
  '9144030008867405X2': { name: '字节跳动系主体（即梦/Dreamina）', english: 'a ByteDance company (Jimeng/Dreamina)', source: 'file' },
  '91440101MA9Y9T4H7A': { name: '千问 App 运营主体（Qwen）', english: 'the operator of the Qwen app', source: 'file' },
  '91440300708461136T': { name: '腾讯（元宝）', english: 'Tencent (Yuanbao)', source: 'file' },
  '9144030071526726XG': { name: '腾讯（混元）', english: 'Tencent (Hunyuan)', source: 'file' },
  '91110000802100433B': { name: '百度', english: 'Baidu', source: 'file' },
  '91330106MA2CFLDG4R': { name: '阿里巴巴系主体（通义）', english: 'an Alibaba company (Tongyi)', source: 'list' },
  '91110108335469089C': { name: '快手（可灵）', english: 'Kuaishou (Kling)', source: 'list' },
  '91110108MA01KP2T5U': { name: '智谱', english: 'Zhipu', source: 'list' },
  '91110105MACJ6K1C8A': { name: 'LiblibAI', english: 'LiblibAI', source: 'list' },
  '91340100MAEB4N8H76': { name: 'RunningHub', english: 'RunningHub', source: 'list' },
  '91110108MACC4D63XF': { name: '生数（Vidu）', english: 'Shengshu (Vidu)', source: 'list' },
  '91440300MA5G49LC9K': { name: '荣耀（YOYO）', english: 'Honor (YOYO)', source: 'list' },
};

/** Entity a USCC is registered to, or null when it is not in our list. */
export const operatorOf = (uscc: string): string | null => operators[uscc]?.name ?? null;

/** Codes in the list, for tests and for the interface's help page. */
export const knownOperators = (): string[] => Object.keys(operators);

/** English name for a Chinese one that `operatorOf` gave; the Chinese one where there is none. */
export const englishOperator = (name: string): string => Object.values(operators).find((operator) => operator.name === name)?.english ?? name;
