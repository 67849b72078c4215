import { Menu } from "@mantine/core";
import { type Ref, useLayoutEffect } from "react";
import { useTranslation } from "react-i18next";
import { useDraftStore } from "../../draft/use-draft.ts";
import type { ColumnView } from "../../list-worker/protocol.ts";
import { changeRole, fieldNamesOf, type RoleChoice } from "./column-roles.ts";

/**
 * The menu of roles, one for all columns: a table may have 16,384 of them. `button` is what it opens from, `column` the
 * place of that button's column; both are those of the last one while the menu is closed.
 */
export function RoleMenu({
  id,
  columns,
  column,
  button,
  opened,
  onClose,
}: {
  id: string;
  columns: readonly ColumnView[];
  column: number;
  button: HTMLButtonElement | null;
  opened: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("recipients");
  const { recipients } = useDraftStore();
  const name = opened ? (fieldNamesOf(columns)[column] ?? "") : "";
  const choose = (choice: RoleChoice) => {
    const chosen = columns[column];
    // The choice before may still be on its way, or have made other columns of them.
    void recipients.changeReading(({ columns: now }) =>
      now[column]?.letter === chosen?.letter && now[column]?.heading === chosen?.heading
        ? { columns: changeRole(now, column, choice) }
        : {},
    );
  };
  const others = opened && columns.some(({ role }, at) => at !== column && role.kind === "phone");
  return (
    <Menu id={id} position="bottom-start" opened={opened} onChange={(open) => !open && onClose()}>
      <Menu.Target>
        <Elsewhere node={button} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => choose("first-phone")}>{t("role.choosePhone")}</Menu.Item>
        {others && <Menu.Item onClick={() => choose("next-phone")}>{t("role.chooseNext")}</Menu.Item>}
        <Menu.Item onClick={() => choose("country")}>{t("role.chooseCountry")}</Menu.Item>
        <Menu.Item onClick={() => choose("field")}>{t("role.field", { name })}</Menu.Item>
        <Menu.Item onClick={() => choose("unused")}>{t("role.unused")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Makes a button that is drawn elsewhere the target of the menu. */
function Elsewhere({ node, ref }: { node: HTMLButtonElement | null; ref?: Ref<HTMLButtonElement> }) {
  useLayoutEffect(() => {
    if (typeof ref === "function") ref(node);
    else if (ref) ref.current = node;
  }, [node, ref]);
  return null;
}
