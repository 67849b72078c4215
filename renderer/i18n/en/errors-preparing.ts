import type { ErrorSentences } from "../error-sentences.ts";

const unchanged = "Nothing else has changed.";
const kept = "Nothing was sent. Your draft is as you left it.";

/** Refusals while a campaign is prepared on this computer. */
export const preparingErrors = {
  "file.empty": ["This file is empty.", unchanged, "Choose the file that holds your customers."],
  "file.unreadable": [
    "This file is damaged or cut short.",
    unchanged,
    "Open it in Excel, save it again, and drop it here.",
  ],
  "file.out-of-reach": [
    "This file cannot be read just now.",
    "It was moved or changed, another program is using it, or it is a folder. Nothing else has changed.",
    "Close it in other programs and drop it here again.",
  ],
  "file.locked": [
    "This file is locked with a password.",
    unchanged,
    "Open it in Excel, save it without one, and drop it here again.",
  ],
  "file.too-large": [
    "This file is larger than the program takes.",
    unchanged,
    "Split it into files of at most 200 MB and 1,000,000 rows.",
  ],
  "file.not-a-table": [
    "This file is not a table.",
    unchanged,
    "Drop an Excel, OpenDocument or CSV file with one person per row.",
  ],
  "file.contact-cards": [
    "These are contact cards, as a telephone exports them, and no table.",
    unchanged,
    "Import them into Google Contacts or Outlook, export them from there as a CSV, and drop that here.",
  ],
  "file.no-rows": [
    "This table has a heading and no rows.",
    unchanged,
    "Choose another sheet, or the file that holds your customers.",
  ],
  "file.no-phones": [
    "No column of this table looks like phone numbers.",
    "Nobody can be texted from it yet.",
    "Say which column holds the phones, or choose another sheet.",
  ],
  "file.hostile": [
    "This file is built in a way that could harm this computer.",
    "It was not opened. Nothing else has changed.",
    "Ask whoever sent it for an ordinary Excel or CSV file.",
  ],
  "file.kind-unknown": [
    "This kind of file is not known here.",
    unchanged,
    "Save it as Excel (.xlsx), OpenDocument (.ods) or CSV, and drop it here.",
  ],
  "file.several": [
    "There are {{count}} files here, and a campaign takes one.",
    unchanged,
    "Open or drop one of them. For the people of several files, save each as a list and merge the lists.",
  ],
  "file.gave-up": [
    "Reading this file took too long or too much memory and was stopped.",
    unchanged,
    "Save it again from Excel with only the columns you need, or split it.",
  ],
  "draft.missing": [
    "This draft is no longer here.",
    "It was deleted, or has become a campaign.",
    "Look under Campaigns, or begin a new one.",
  ],
  "draft.not-back": [
    "The campaign was taken back, but its draft could not be written: the disk may be full.",
    "Nothing is sent, and nothing of the draft is lost.",
    "Make room on the disk. The draft is then under Campaigns, among the drafts.",
  ],
  "draft.rewritten": [
    "Somebody was erased from this campaign while it was open.",
    "Their number is gone from the list and from the message. What was changed in the rows since then is not kept, nor what was typed into the message where it held the number; the settings are.",
    "Leave this campaign and open its draft again: it shows everything as it is now.",
  ],
  "draft.no-people": [
    "There is nobody to text yet.",
    "The campaign cannot go on without people.",
    "Go back to Recipients and bring in a list.",
  ],
  "draft.no-text": [
    "The message is not written yet.",
    "The campaign cannot go on without a text.",
    "Go back to Message and write it.",
  ],
  "draft.template": [
    "The text has a field that cannot be filled: {{field}}",
    "Nobody would get the right text.",
    "Correct the field in the message.",
  ],
  "draft.too-long": [
    "Some messages are over five parts once their fields are filled: {{people, number}}.",
    "The service takes no message that long.",
    "Shorten the text, or leave those people out.",
  ],
  "draft.too-many": [
    "There are more than {{most, number}} people on this list.",
    "A campaign takes at most that many.",
    "Split the list and make two campaigns.",
  ],
  "draft.lists-gone": [
    "These lists are no longer in the Contact Book: {{lists}}.",
    "The service would refuse the whole campaign because of them. Your draft is kept.",
    "Go back to Recipients and choose other lists.",
  ],
  "draft.empty-text": [
    "Some messages have no text once their fields are filled: {{people, number}}.",
    "An empty message cannot be sent.",
    "Give the field a fallback, or leave those people out.",
  ],
  "review.differs": [
    "The list or the text changed after this page was shown.",
    kept,
    "Look over the figures again and confirm them.",
  ],
  "review.price-higher": [
    "The price is now higher than the one shown.",
    kept,
    "Look at the new price and confirm it, or change the message.",
  ],
  "review.no-price": [
    "The service gives no price at the moment.",
    "Nothing is sent without a price. Your draft is kept.",
    "Try again in a few minutes.",
  ],
  "review.sender": [
    "This sender cannot be used.",
    kept,
    "Choose one of your account's senders: up to 11 Latin letters and digits, or up to 15 digits.",
  ],
  "review.time-past": ["The chosen time has passed.", kept, "Choose a later time, or send now."],
  "review.time-far": [
    "The chosen time is more than 30 days away.",
    "The service does not plan that far. Your draft is kept.",
    "Choose an earlier day.",
  ],
  "review.time-invalid": [
    "This time does not exist.",
    "Clocks are set forward at that hour. Your draft is kept.",
    "Choose a time an hour earlier or later.",
  ],
  "review.never-waits": [
    "The service does not wait for planned times.",
    "Every planned text of this account went out at once, whatever time it was told. A campaign planned for later would go out as soon as it is handed over. Your draft is kept.",
    "Choose “Now” when it is time to send, and ask BSG why planned campaigns do not wait.",
  ],
  "review.validity": ["The time a text stays valid is out of range.", kept, "Choose between 1 and 72 hours."],
  "review.consent": [
    "The box about consent is not ticked.",
    kept,
    "Tick it once you know that these people agreed to get texts.",
  ],
  "clock.wrong": [
    "Your computer's clock is {{minutes, length}} off.",
    "Times of sending would be wrong.",
    "Set the clock right first, then try again.",
  ],
  "list.missing": [
    "This list is no longer here.",
    "It was deleted. Drafts made from it are kept.",
    "Choose another list.",
  ],
  "list.name-taken": ["There is a list called “{{name}}” already.", unchanged, "Give this one another name."],
  "list.number-there": [
    "This number is on the list already.",
    "Nobody is on a list twice. Nothing was changed.",
    "Search for the number to see whose it is.",
  ],
  "list.person-missing": [
    "This person is no longer on the list.",
    "They were removed meanwhile. Nothing was changed.",
    "Look at the list as it is now.",
  ],
  "list.nobody": [
    "Nobody would be on this list.",
    "It was not made. The lists it would come from are as they were.",
    "Choose other lists.",
  ],
  "template.missing": ["This template is no longer here.", unchanged, "Choose another one."],
  "never-text.sealed": [
    "The keychain with the key of the never-text list cannot be opened.",
    "Some people were erased and are never to be texted. Without that key nobody can tell who they are, so nothing is sent.",
    "Unlock the keychain of your system, then look at the review again.",
  ],
  "never-text.key-lost": [
    "The key of the erased people on the never-text list is gone from this computer’s keychain.",
    "They are never to be texted, and nobody can tell any more who they are. So nothing is sent.",
    "Bring the keychain of your system back from a backup, or have these people forgotten under Settings, Privacy.",
  ],
  "erase.incomplete": [
    "Some files could not be deleted.",
    "Another program has them open. What is left of your data is in them.",
    "Close the program, delete its data folder by hand, and start it again.",
  ],
  "erase.keychain": [
    "Everything is erased but for this computer’s keychain, which did not answer.",
    "Your key may still be in it. Nothing uses it any more, and the program empties the keychain as soon as it can be opened, now or at a later start.",
    "Unlock the keychain of your system, or delete the entries named “Campaign Desk” in it yourself.",
  ],
  "erase.keychain-unnoted": [
    "Not everything is erased: the keychain did not answer, and the data folder cannot be written into.",
    "Your key may still be in the keychain. As long as this window stays open the program empties it as soon as it can be opened; at the next start it will not know. Files may be left in the data folder too.",
    "Unlock the keychain of your system before you close the program, or delete the entries named “Campaign Desk” in it yourself.",
  ],
  "export.failed": [
    "The file could not be written.",
    "Nothing was saved. The campaign is not affected.",
    "Choose another folder, or close the file where it is open.",
  ],
  "disk.full": [
    "The disk is full.",
    "What you did last is on the screen and not kept yet. Nothing is sent twice.",
    "Free some space. What is not kept is kept with the next thing you do.",
  ],
  "input.invalid": [
    "Something was entered that the program cannot use.",
    unchanged,
    "Check what you typed and try again.",
  ],
  internal: [
    "Something went wrong inside the program.",
    "What was saved is kept, and nothing is sent twice.",
    "Try again. If it happens again, restart the program.",
  ],
} as const satisfies Record<string, ErrorSentences>;
