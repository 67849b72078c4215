import type { CampaignCourse } from "../../../shared/campaign/view.ts";

/**
 * The two areas of the chart as SVG paths in a box of this size, everybody of the campaign being its full height:
 * delivered from the ground up, failed on top of it. What is left above them is everybody else.
 */
export function areasOf(
  { counts: { total }, steps }: Pick<CampaignCourse, "counts" | "steps">,
  { width, height }: { width: number; height: number },
): { delivered: string; failed: string } {
  const at = (step: number): number => (width * step) / Math.max(steps.length, 1);
  const level = (people: number): number => height - (height * people) / Math.max(total, 1);
  const line = (of: (step: CampaignCourse["steps"][number]) => number): string[] => [
    point(0, height),
    ...steps.map((step, index) => point(at(index + 1), level(of(step)))),
  ];
  const delivered = line((step) => step.delivered);
  const both = line((step) => step.delivered + step.failed);
  return {
    delivered: path([...delivered, point(width, height)]),
    failed: path([...both, ...delivered.toReversed()]),
  };
}

function point(x: number, y: number): string {
  return `${round(x)} ${round(y)}`;
}

function path(points: string[]): string {
  return `M${points.join("L")}Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
