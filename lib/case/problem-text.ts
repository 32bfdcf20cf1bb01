import type { ImageProblem } from './image';

/** What each problem of a file means for the merchant, for the command line and the bundle. */
export const problemText: Record<ImageProblem, string> = {
  empty: '文件是空的（0 字节）：请买家重新上传，或刷新页面后重新取图',
  'not-an-image': '不是可识别的图片格式（可能是网页或错误信息）：请核对文件来源',
  'too-large': '文件超过大小上限，未处理',
  'too-many-pixels': '像素数超出上限，未解码：请人工核对',
  expired: '图片地址已过期或拒绝访问（403）：请刷新售后页面后重新取图',
  refused: '图片服务器拒绝或出错：稍后再试',
  'not-found': '图片已不存在（404）：可向平台索取',
  network: '未连上图片服务器：检查网络后再试',
  'foreign-host': '图片地址不属于该平台的图片服务器，未访问',
  'blob-gone': '页面内存中的图片未能取得：请点开大图后重新读取',
  truncated: '文件不完整（被截断）：只检查了能读到的部分',
  undecodable: '图片未能检验：文件可能损坏，其余图片不受影响',
};
