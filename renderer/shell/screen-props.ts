import type { Place } from "./place.ts";

/** What the desk gives the screen of a place; app.tsx says which screen that is. */
export type ScreenProps = {
  place: Exclude<Place, { at: "draft" }>;
  onGo: (place: Place) => void;
  onNew: () => void;
  onUseList: (list: { id: string; name: string }) => void;
  onUseTemplate: (text: string) => void;
};
