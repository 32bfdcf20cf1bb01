import { describe, expect, it } from 'vitest';
import { readSavedPage } from '../../../cli/read-page';
import { pages as acrossPlatforms } from '../../fixtures/pages-by-hand/across-platforms';
import { pages as alibaba1688 } from '../../fixtures/pages-by-hand/alibaba1688';
import { pages as busyScreens } from '../../fixtures/pages-by-hand/busy-screens';
import { pages as componentScreens } from '../../fixtures/pages-by-hand/component-screens';
import { pages as crowdedScreens } from '../../fixtures/pages-by-hand/crowded-screens';
import { pages as thirdAuthors } from '../../fixtures/pages-by-hand/third-authors';
import { pages as hiddenParts } from '../../fixtures/pages-by-hand/hidden-parts';
import { pages as strayWords } from '../../fixtures/pages-by-hand/stray-words';
import { pages as nearValues } from '../../fixtures/pages-by-hand/near-values';
import { pages as misleadingFields } from '../../fixtures/pages-by-hand/misleading-fields';
import { pages as mixedClaims } from '../../fixtures/pages-by-hand/mixed-claims';
import { pages as oddPictures } from '../../fixtures/pages-by-hand/odd-pictures';
import { pages as otherWords } from '../../fixtures/pages-by-hand/other-words';
import { pages as wholeScreens } from '../../fixtures/pages-by-hand/whole-screens';
import { pages as doudian } from '../../fixtures/pages-by-hand/doudian';
import { pages as jd } from '../../fixtures/pages-by-hand/jd';
import { pages as kuaishou } from '../../fixtures/pages-by-hand/kuaishou';
import { pages as pinduoduo } from '../../fixtures/pages-by-hand/pinduoduo';
import { pages as taobao } from '../../fixtures/pages-by-hand/taobao';
import { pages as weixin } from '../../fixtures/pages-by-hand/weixin';
import { pages as xiaohongshu } from '../../fixtures/pages-by-hand/xiaohongshu';

describe.each(Object.entries({ pinduoduo, taobao, doudian, jd, kuaishou, xiaohongshu, weixin, alibaba1688, acrossPlatforms, misleadingFields, thirdAuthors, busyScreens, componentScreens, crowdedScreens, hiddenParts, strayWords, nearValues, wholeScreens, mixedClaims, otherWords, oddPictures }))('%s', (_platform, pages) => {
  it.each(pages.map((page) => [page.id, page] as const))('%s', (_id, page) => {
    const reading = readSavedPage(page.html, page.url, page.at);
    expect({ page: reading.page, claim: reading.claim }).toEqual({ page: page.page, claim: page.claim });
  });
});
