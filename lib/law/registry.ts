import type { LawRecord } from './act';
import { alibaba1688Rules } from './platform-rules/alibaba1688';
import { platformAnnouncements } from './platform-rules/announcements';
import { doudianRules } from './platform-rules/doudian';
import { jdDisputeRules, jdGoodsDisputeStandard } from './platform-rules/jd';
import { kuaishouRules } from './platform-rules/kuaishou';
import { pinduoduoRules } from './platform-rules/pinduoduo';
import { taobaoDisputeRules, taobaoAnnouncements } from './platform-rules/taobao';
import { weixinRules } from './platform-rules/weixin';
import { xiaohongshuRules } from './platform-rules/xiaohongshu';
import { publicCases } from './precedents/public-cases';
import { administrativePenaltiesLaw } from './statutes/administrative-penalties-law';
import { aiLabelMeasures } from './statutes/ai-label-measures';
import { aiLabelStandard } from './statutes/ai-label-standard';
import { algorithmRecommendationProvisions } from './statutes/algorithm-recommendation-provisions';
import { antiUnfairCompetitionLaw } from './statutes/anti-unfair-competition-law';
import { civilCode } from './statutes/civil-code';
import { civilCodeGeneralInterpretation } from './statutes/civil-code-general-interpretation';
import { civilEvidenceRules } from './statutes/civil-evidence-rules';
import { complaintReportMeasures } from './statutes/complaint-report-measures';
import { consumerProtectionLaw } from './statutes/consumer-protection-law';
import { consumerProtectionRegulations } from './statutes/consumer-protection-regulations';
import { criminalLaw } from './statutes/criminal-law';
import { cybersecurityLaw } from './statutes/cybersecurity-law';
import { deepSynthesisProvisions } from './statutes/deep-synthesis-provisions';
import { eCommerceLaw } from './statutes/e-commerce-law';
import { fraudCrimeInterpretation } from './statutes/fraud-crime-interpretation';
import { generativeAiMeasures } from './statutes/generative-ai-measures';
import { internetCourtJurisdiction } from './statutes/internet-court-jurisdiction';
import { internetCourtRules } from './statutes/internet-court-rules';
import { legislationLaw } from './statutes/legislation-law';
import { networkAntiUnfairCompetitionProvisions } from './statutes/network-anti-unfair-competition-provisions';
import { networkPlatformRulesMeasures } from './statutes/network-platform-rules-measures';
import { onlineConsumptionInterpretation } from './statutes/online-consumption-interpretation';
import { onlineLitigationRules } from './statutes/online-litigation-rules';
import { onlineTradingMeasures } from './statutes/online-trading-measures';
import { publicSecurityPenaltiesLaw2012 } from './statutes/public-security-penalties-law-2012';
import { publicSecurityPenaltiesLaw2025 } from './statutes/public-security-penalties-law-2025';
import { sevenDayReturnMeasures } from './statutes/seven-day-return-measures';

/** Every provision we hold, also those never cited. Adding or superseding one is one record in its act's file. */
export const lawRecords: readonly LawRecord[] = [
  ...networkPlatformRulesMeasures,
  ...eCommerceLaw,
  ...civilCode,
  ...civilCodeGeneralInterpretation,
  ...consumerProtectionLaw,
  ...consumerProtectionRegulations,
  ...sevenDayReturnMeasures,
  ...onlineTradingMeasures,
  ...complaintReportMeasures,
  ...antiUnfairCompetitionLaw,
  ...networkAntiUnfairCompetitionProvisions,
  ...aiLabelMeasures,
  ...aiLabelStandard,
  ...deepSynthesisProvisions,
  ...generativeAiMeasures,
  ...algorithmRecommendationProvisions,
  ...cybersecurityLaw,
  ...publicSecurityPenaltiesLaw2012,
  ...publicSecurityPenaltiesLaw2025,
  ...administrativePenaltiesLaw,
  ...legislationLaw,
  ...criminalLaw,
  ...fraudCrimeInterpretation,
  ...civilEvidenceRules,
  ...internetCourtRules,
  ...internetCourtJurisdiction,
  ...onlineLitigationRules,
  ...onlineConsumptionInterpretation,
  ...taobaoDisputeRules,
  ...taobaoAnnouncements,
  ...jdDisputeRules,
  ...jdGoodsDisputeStandard,
  ...pinduoduoRules,
  ...doudianRules,
  ...kuaishouRules,
  ...xiaohongshuRules,
  ...weixinRules,
  ...alibaba1688Rules,
  ...platformAnnouncements,
  ...publicCases,
];
