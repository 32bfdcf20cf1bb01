// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { interfaceText } from '../../../../lib/runtime/interface-text';
import { openTeacher } from '../../../../lib/runtime/teach/teacher';

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function card(side: number): string {
  const frame = document.createElement('iframe');
  vi.spyOn(frame, 'clientWidth', 'get').mockReturnValue(side);
  vi.spyOn(frame, 'clientHeight', 'get').mockReturnValue(side);
  document.body.append(frame);
  const teacher = openTeacher(window, interfaceText('zh'), { name: '某后台', learn: () => null as never, keep: async () => null });
  const text = document.querySelector('yantu-teach')?.shadowRoot?.querySelector('section')?.textContent ?? '';
  teacher.close();
  return text;
}

it('says that what a frame shows cannot be pointed at, where the page has one large enough to hold anything', () => {
  expect(card(600)).toContain('框架里的内容暂不能指认');
  expect(document.querySelector('yantu-teach')).toBeNull();
});
it('says nothing of the tiny frames that back-ends measure with', () => expect(card(1)).not.toContain('框架里的内容'));
