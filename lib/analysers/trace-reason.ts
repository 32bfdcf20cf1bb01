import type { Finding } from '../case/finding';
import type { Language } from './analyser';
import { factText } from './fact-value';

/** Why a trace of compression or pixels cannot be examined in this file, by the code in the fact `reason`. */
const reasons: Record<string, Record<Language, string>> = {
  'not-jpeg': { zh: '图片不是 JPEG 格式，没有可供检验的 JPEG 压缩数据', en: 'the picture is not a JPEG, so it has no JPEG data to examine' },
  'unreadable-jpeg': { zh: 'JPEG 压缩数据不完整或格式特殊，无法读取', en: 'the JPEG data are incomplete or of an unusual kind and cannot be read' },
  'truncated-jpeg': { zh: 'JPEG 文件不完整，压缩数据中途中断', en: 'the JPEG file breaks off before its end' },
  'too-many-pixels': { zh: '图片像素过多，超出可检验的大小', en: 'the picture has more pixels than can be examined' },
  'other-codec': { zh: '图片以 WebP/AVIF/HEIC 重新保存，其自身的分块会掩盖此类痕迹', en: 'the picture was saved as WebP, AVIF or HEIC, whose own blocks hide such traces' },
  'too-small': { zh: '图片太小，痕迹不足以检验', en: 'the picture is too small to hold enough traces' },
  'too-flat': { zh: '图片大部分过于平滑或过曝，纹理不足以检验', en: 'most of the picture is flat or clipped; there is too little texture to examine' },
  'no-main-grid': { zh: '未检出整幅图片的 JPEG 网格（可能从未以 JPEG 保存，或保存后被缩放）', en: 'no JPEG grid runs through the whole picture (never saved as JPEG, or resized since)' },
  'quality-too-low': { zh: '最后一次保存的压缩较强，更早的痕迹已被抹去', en: 'the last save was too strong; earlier traces are erased' },
  'no-camera-original': { zh: '不是相机原图（没有相机信息，或像素尺寸与相机写入的不同），缩放会抹去这种痕迹', en: 'the file is no camera original (no camera data, or another pixel size); resizing erases this trace' },
  'no-mosaic': { zh: '未检出贯穿整幅图片的色彩滤镜痕迹（手机的多帧合成和锐化常会抹去）', en: 'no colour filter trace runs through the picture (phones often erase it when they merge and sharpen)' },
  undecodable: { zh: '图片无法解码', en: 'the picture cannot be decoded' },
};

/** Plain words for a `not-applicable` finding; the bare code where it is a new one. */
export function reasonText(finding: Finding, language: Language): string {
  const code = factText(finding, 'reason');
  const words = reasons[code] ?? reasons[code.split(':')[0]!];
  const said = words?.[language] ?? code;
  return language === 'zh' ? `此项不适用：${said}。` : `Not applicable: ${said}.`;
}
