import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonView } from "../../../shared/campaign/view.ts";
import { ErasePersonDialog } from "../../privacy/erase-person-dialog.tsx";
import { useErasedWords } from "../../privacy/erased-words.ts";
import { Button } from "../../ui/button.tsx";

/** What can be done with the one person whom a search has found; `words` say what became of it. */
export function FoundPerson({ person, onErased }: { person: PersonView; onErased: (words: string) => void }) {
  const { t } = useTranslation("privacy");
  const erasedWords = useErasedWords();
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
          onErased={(waiting) => {
            setErasing(false);
            onErased(erasedWords(person.number, waiting));
          }}
        />
      )}
    </>
  );
}
