import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonView } from "../../../shared/campaign/view.ts";
import { ErasePersonDialog } from "../../privacy/erase-person-dialog.tsx";
import { Button } from "../../ui/button.tsx";

/** What can be done with the one person whom a search has found. */
export function FoundPerson({ person, onErased }: { person: PersonView; onErased: () => void }) {
  const { t } = useTranslation("privacy");
  const [erasing, setErasing] = useState(false);
  return (
    <>
      <Button small kind="bad" onClick={() => setErasing(true)}>
        {t("erase.act")}
      </Button>
      {erasing && (
        <ErasePersonDialog
          number={person.number}
          onClose={() => setErasing(false)}
          onErased={() => {
            setErasing(false);
            onErased();
          }}
        />
      )}
    </>
  );
}
