import type { ReportInput } from './input';
import { beijingTime } from './time';
import { disclaimer, orderName, platformNameOf } from './wording';

/** README.txt: what is in the bundle and how to check it without our software. */
export function readmeText(input: ReportInput, signed: boolean): string {
  const { claim } = input.file.case;
  return `验图 Yantu 证据包
${platformNameOf(claim)}  订单 ${orderName(claim)}${claim.afterSaleId ? `  售后单 ${claim.afterSaleId}` : ''}
生成时间 ${beijingTime(input.generatedAt)}，验图 Yantu ${input.tool.version}

${disclaimer}。

内容
  report.pdf          检验报告（先看这一份）
  originals/          收到的图片，字节未作任何改动
  attachments/        商家附件，如打包视频（有则列出）
  findings.json       各项检测的结果与数值
  claim.json          ${claim.recipe ? '售后页面所示的申请内容' : '商家填写的申请内容'}
  capture-log.json    每张图片的取得地址、时间与结果
  letter.txt          申诉书（有则列出）
  SHA256SUMS          以上每个文件的 SHA-256
${signed ? '  device-key.pub.*    导出设备的公钥\n  SHA256SUMS.sig      设备对 SHA256SUMS 的签名（ECDSA P-256）\n' : ''}  SHA256SUMS.tsr      可信时间戳（RFC 3161；商家配置了时间戳机构时才有）

如何核验
1. 哈希：解压后在本文件夹运行
     sha256sum -c SHA256SUMS
   Windows 没有 sha256sum 时，可逐个运行 certutil -hashfile 文件名 SHA256 后比对。
2. 一次核验全部：在验图扩展的“核验证据包”页面打开 ZIP，或运行
     npm run verify -- 证据包.zip
   会指出哪个文件被改动、缺失或多出。
${signed ? `3. 签名：
     openssl dgst -sha256 -verify device-key.pub.pem -signature SHA256SUMS.sig SHA256SUMS
   公钥指纹（SHA-256）：${input.keyFingerprint}
   签名只说明清单自签名后未变；公钥属于谁，请向商家核对指纹。
` : ''}${signed ? '4' : '3'}. 时间戳（有 SHA256SUMS.tsr 时）：
     openssl ts -verify -data SHA256SUMS -in SHA256SUMS.tsr -CAfile 时间戳机构根证书.pem

在浏览器或看图软件中另存图片会改动字节；请始终以 originals/ 中的文件为准。
`;
}
