import type { ImageProblem } from './image';

/** What each problem of a picture means for the merchant, and what to do about it. */
export const problemText: Record<'zh' | 'en', Record<ImageProblem, string>> = {
  zh: {
    empty: '文件是空的（0 字节）：请买家重新上传，或点开大图后重新读取页面',
    'not-an-image': '服务器返回的不是图片（可能是登录页或错误页）：请刷新页面后重新读取',
    'too-large': '文件超过 40 MB，未下载：可另存后核对来源',
    'too-many-pixels': '像素数超出上限，未解码：这样的尺寸不是手机照片，请人工核对',
    expired: '图片地址已过期或拒绝访问（403）：请刷新售后页面，验图会自动重新取图',
    refused: '图片服务器拒绝或出错：稍后刷新页面再试',
    'not-found': '图片已不存在（404）：平台可能已删除，可向平台客服索取',
    network: '网络未连上图片服务器：检查网络后刷新页面',
    'foreign-host': '图片地址不属于该平台的图片服务器，已拒绝访问',
    'blob-gone': '页面内存中的图片未能取得：请在页面上点开大图后重新读取',
    truncated: '文件不完整（被截断）：已检查能读到的部分',
    undecodable: '图片未能检验：文件可能损坏，其余图片不受影响',
  },
  en: {
    empty: 'The file is empty: ask the buyer to upload again, or open the enlarged picture and read the page again',
    'not-an-image': 'The server sent something that is not a picture: reload the page and read it again',
    'too-large': 'The file is over 40 MB and was not downloaded',
    'too-many-pixels': 'More pixels than the cap; not decoded: no phone takes such a picture, check it by hand',
    expired: 'The address has expired (403): reload the page and Yantu fetches it again',
    refused: 'The picture server refused or failed: reload later',
    'not-found': 'The picture is gone (404): ask the platform for it',
    network: 'No connection to the picture server: check the network and reload',
    'foreign-host': 'The address is not one of the platform’s picture hosts; not fetched',
    'blob-gone': 'The page’s in-memory picture could not be taken: open it on the page and read again',
    truncated: 'The file is cut off: what could be read was checked',
    undecodable: 'The picture could not be examined: it may be damaged; the others are not affected',
  },
};
