import { SEAM } from './page-tree';
import type { Box, PageTree } from './page-tree';
import { compact } from './text';

const before = /^(?:变更前|修改前|调整前|更改前|原(?:值|申请|内容|信息)?|before|previous|original|old)$/;
const after = /^(?:变更后|修改后|调整后|更改后|现(?:值|申请|在)?|当前|最新|after|current|new)$/;

/**
 * In a table of what was changed (项目 | 变更前 | 变更后), the cell of this row that holds what is asked for now; null where the row
 * stands in no such table, `none` where it does and no column says what holds now.
 */
export function cellNow(tree: PageTree, row: Box): Box | 'none' | null {
  for (let box: Box | null = row, climbs = 0; box !== null && climbs < 3; box = box.parent, climbs += 1) {
    const first: Box | undefined = box.parent?.children.find((child): child is Box => child.kind === 'box' && tree.lines.slice(child.first, child.end).some((line) => !line.blank));
    if (first === undefined || first === box) continue;
    const head = innerRow(first);
    if (head.children.length !== row.children.length) continue;
    const titles = head.children.map((cell) => (cell.kind === 'box' ? compact(tree.lines.slice(cell.first, cell.end).map((line) => line.text).join(SEAM)) : ''));
    if (!titles.some((title) => before.test(title))) continue;
    const cell = row.children[titles.findIndex((title) => after.test(title))];
    return cell?.kind === 'box' ? cell : 'none';
  }
  return null;
}

function innerRow(box: Box): Box {
  let row = box;
  while (row.children.length === 1 && row.children[0]!.kind === 'box') row = row.children[0]!;
  return row;
}
