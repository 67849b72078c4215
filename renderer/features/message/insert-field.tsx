import { Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { KeyCap } from "../../ui/key-cap.tsx";

/** Puts a field where the caret is. */
export function InsertField({ fields, onInsert }: { fields: readonly string[]; onInsert: (name: string) => void }) {
  const { t } = useTranslation("message");
  return (
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <Button small>
          {t("insert")} <KeyCap char="{" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflow: "auto" }}>
        {fields.length === 0 && <Menu.Label>{t("noFields")}</Menu.Label>}
        {fields.map((field) => (
          <Menu.Item key={field} onClick={() => onInsert(field)}>
            {field}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
