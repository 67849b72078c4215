import { Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SavedTemplate } from "../../../shared/ipc/contract.ts";
import { Button } from "../../ui/button.tsx";
import table from "../../ui/table.module.css";
import { Tag } from "../../ui/tag.tsx";
import styles from "./templates.module.css";
import type { TemplateAct } from "./templates.tsx";

/** Every template with its whole text. The included ones are copied, not changed. */
export function TemplateTable({
  templates,
  onUse,
  onAct,
}: {
  templates: SavedTemplate[];
  onUse: (text: string) => void;
  onAct: (act: TemplateAct) => void;
}) {
  const { t } = useTranslation("templates");
  return (
    <div className={table.card}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{t("name")}</th>
            <th className={table.wide}>{t("text")}</th>
            <th>
              <span className="unseen">{t("acts")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {templates.map((template) => (
            <tr key={template.id}>
              <td className={styles.name}>
                {template.name} {template.builtIn && <Tag>{t("builtIn")}</Tag>}
              </td>
              <td className={styles.text} dir="auto">
                {template.text}
              </td>
              <td className={table.acts}>
                <Button small aria-label={t("useNamed", { name: template.name })} onClick={() => onUse(template.text)}>
                  {t("use")}
                </Button>
                <More template={template} onAct={onAct} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function More({ template, onAct }: { template: SavedTemplate; onAct: (act: TemplateAct) => void }) {
  const { t } = useTranslation("templates");
  const { id, name, text, builtIn } = template;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button small aria-label={t("moreNamed", { name })}>
          {t("more")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {!builtIn && <Menu.Item onClick={() => onAct({ act: "edit", id, name, text })}>{t("change")}</Menu.Item>}
        <Menu.Item onClick={() => onAct({ act: "edit", id: null, name, text })}>{t("copy")}</Menu.Item>
        {!builtIn && (
          <Menu.Item className="bad" onClick={() => onAct({ act: "delete", template })}>
            {t("delete")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
