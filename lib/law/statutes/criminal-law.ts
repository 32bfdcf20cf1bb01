import { defineAct } from '../act';

/** A letter never asserts that a crime was committed. */
export const criminalLaw = defineAct({
  title: '中华人民共和国刑法',
  shortTitle: '刑法',
  issuer: '全国人民代表大会',
  docNo: '1997-03-14修订（至修正案十二）',
  decidedBy: 'D1',
  effectiveFrom: '1997-10-01',
  effectiveTo: null,
  source: 'ImCa0/just-laws@5c000d28 (GitHub, 2026-07-17); arts.12 and 266 machine-compared with LawRefBook/Laws@2f4c5c23 (GitHub, 2025-04-19): equal',
  provisions: [
    {
      id: 'crim-266',
      article: '第二百六十六条',
      topics: ['criminal_liability', 'buyer_fraud'],
      text: [
        '诈骗公私财物，数额较大的，处三年以下有期徒刑、拘役或者管制，并处或者单处罚金；数额巨大或者有其他严重情节的，处三年以上十年以下有期徒刑，并处罚金；数额特别巨大或者有其他特别严重情节的，处十年以上有期徒刑或者无期徒刑，并处罚金或者没收财产。本法另有规定的，依照规定。',
      ],
    },
    {
      id: 'crim-12',
      article: '第十二条',
      topics: ['dated_law'],
      text: [
        '中华人民共和国成立以后本法施行以前的行为，如果当时的法律不认为是犯罪的，适用当时的法律；如果当时的法律认为是犯罪的，依照本法总则第四章第八节的规定应当追诉的，按照当时的法律追究刑事责任，但是如果本法不认为是犯罪或者处刑较轻的，适用本法。',
        '本法施行以前，依照当时的法律已经作出的生效判决，继续有效。',
      ],
    },
  ],
});
