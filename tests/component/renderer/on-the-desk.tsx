import { MantineProvider } from "@mantine/core";
import { render, type RenderResult } from "@testing-library/react";
import type { ReactNode } from "react";
import { theme } from "../../../renderer/ui/theme.ts";

/** Shows a component as the window does, without motion. */
export function onTheDesk(component: ReactNode): RenderResult {
  return render(
    <MantineProvider theme={theme} env="test">
      {component}
    </MantineProvider>,
  );
}
