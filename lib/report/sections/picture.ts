import type { ClaimImage } from '../../case/image';
import type { Outline, Picture } from '../document';
import { pictureName } from '../wording';

/** A picture block; the caption says what is drawn over it. */
export function pictureOf(image: ClaimImage, outlines: Outline[]): Picture {
  const marks = outlines.length ? `（${outlines.length} 处轮廓由检测工具标出，编号与下文对应）` : '';
  return {
    imageId: image.id,
    caption: `${pictureName(image)}${marks}。缩小复制件，原始字节见证据包内文件。`,
    alt: `${pictureName(image)}，${image.width ?? '?'} × ${image.height ?? '?'} 像素${outlines.length ? `，标有 ${outlines.length} 处轮廓` : ''}`,
    outlines,
  };
}
