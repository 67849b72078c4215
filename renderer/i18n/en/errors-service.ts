import type { ErrorSentences } from "../error-sentences.ts";

const kept = "Nothing was sent. Your draft is as you left it.";
const waits = "You can go on preparing; the price and sending wait.";
const noSending = "Nothing can be sent until this is solved. Lists, drafts and templates work.";

/** Refusals of the account, the network, the service and the record of what was sent. */
export const serviceErrors = {
  "key.malformed": [
    "This does not look like a key.",
    "No account was connected.",
    "A key begins with live_ or test_. Copy it again from your BSG account, under API.",
  ],
  "key.refused": [
    "The service does not know this key.",
    "Price and sending wait until a key works.",
    "Copy it again from your BSG account, under API.",
  ],
  "key.missing": ["No account is connected.", waits, "Connect your account in Settings."],
  "keychain.unavailable": [
    "This computer has no keychain that can be opened.",
    "The key is kept only until the program is closed.",
    "Unlock the keychain of your system to keep it for longer.",
  ],
  "keychain.not-removed": [
    "The keychain did not give the key away.",
    "The account is still connected, and its key is still kept.",
    "Unlock the keychain of your system and remove the key again.",
  ],
  "network.down": ["No internet.", waits, "Check the connection. The program goes on by itself when it is back."],
  "network.timeout": ["The service did not answer in time.", waits, "Try again in a minute."],
  "network.broken": [
    "The connection to the service broke.",
    "Nothing is sent again before it is known what arrived.",
    "Check the connection and try again.",
  ],
  "network.tls": [
    "The connection to the service is not secure.",
    "The key was not given away and nothing was sent.",
    "Check the clock of this computer, or ask whoever runs your network.",
  ],
  "network.proxy": [
    "Your network's proxy did not let the program through.",
    waits,
    "Ask whoever runs your network to allow one-api.bsg.world.",
  ],
  "network.address": [
    "The address of the service cannot be used.",
    waits,
    "Only secure addresses are allowed. Remove the changed address and restart the program.",
  ],
  "service.not-json": [
    "Something other than the service answered.",
    "A network with a sign-in page does this. Nothing was sent.",
    "Open any website, sign in to the network, and try again.",
  ],
  "service.malformed": [
    "The service gave an answer that cannot be understood.",
    "Nothing is sent again before it is known what arrived.",
    "Try again in a few minutes.",
  ],
  "service.too-large": [
    "The service gave an answer that is far too long.",
    "It was not used.",
    "Try again in a few minutes.",
  ],
  "service.unavailable": ["The service is not working at the moment.", waits, "Try again in a few minutes."],
  "service.refused": ["The service refused this.", kept, "Look into your BSG account, or ask BSG what is missing."],
  "service.busy": [
    "The service asks to wait.",
    "The program slows down and goes on by itself.",
    "There is nothing to do.",
  ],
  "service.duplicate-request": [
    "The service says that it has had this already.",
    "Nothing is sent again before it is known what arrived.",
    "There is nothing to do: the program looks for it at the service.",
  ],
  "service.demo-mode": [
    "Your account is in demo mode.",
    "Campaigns cannot be created by programs. Nothing was sent.",
    "Ask BSG to activate it.",
  ],
  "service.test-mode": [
    "Your account is in test mode.",
    "Only people in your Contact Book, or confirmed numbers, can be texted. Nothing was sent.",
    "Ask BSG to activate the account, or text only those.",
  ],
  "service.no-money": [
    "The balance is too low for this campaign.",
    kept,
    "Top up your BSG account, then go on from here.",
  ],
  "service.sender": [
    "The service does not accept this sender.",
    kept,
    "Choose another sender, or ask BSG to register this one.",
  ],
  "service.tariff": ["The service does not know this tariff.", kept, "Choose your account's own tariff."],
  "service.text": ["The service does not accept this text.", kept, "Shorten it or change its wording."],
  "service.number": [
    "The service does not accept one of the numbers.",
    kept,
    "Look through the numbers under Recipients.",
  ],
  "service.time": ["The service does not accept this time.", kept, "Choose another time, within 30 days."],
  "service.not-found": [
    "The service does not know this campaign.",
    "It may belong to another account.",
    "Check which account is connected.",
  ],
  "service.status": [
    "The service says that this campaign is over already.",
    "It can no longer be stopped.",
    "The figures are read again; look at them here.",
  ],
  "journal.locked": [
    "Campaign Desk is open a second time with the same data.",
    noSending,
    "Go on in the other window, or close it and restart this one.",
  ],
  "library.unreadable": [
    "The file with your drafts, lists and templates cannot be opened.",
    "Nothing was sent and the file is left as it is.",
    "Close other copies of the program, look whether the disk is full, and start again; or put back the data folder from a backup.",
  ],
  "journal.damaged": [
    "The record of what was sent is damaged.",
    noSending,
    "Restore the data folder from a backup, or ask for help before sending.",
  ],
  "journal.newer": [
    "The record of what was sent is from a newer version.",
    noSending,
    "Install the newest version of Campaign Desk.",
  ],
  "journal.disk-full": ["The disk is full.", noSending, "Free some space, then restart the program."],
  "journal.read-only": [
    "The data folder cannot be written to.",
    noSending,
    "Give your user the right to write there, then restart the program.",
  ],
  "campaign.not-final": [
    "The campaign is not over yet.",
    "Some texts may still arrive.",
    "Wait until every outcome is known.",
  ],
  "campaign.missing": [
    "This campaign is not here.",
    "It may belong to another account or to practice mode.",
    "Look through the list of campaigns.",
  ],
  "campaign.undo-late": [
    "The time to undo is over.",
    "The first texts are on their way.",
    "You can still cancel what is not sent yet.",
  ],
  "campaign.not-cancellable": [
    "This campaign can no longer be cancelled.",
    "Everything has been sent, or it was stopped before.",
    "The figures on this page show what was sent.",
  ],
  "campaign.other-account": [
    "This campaign belongs to another account.",
    "It waits, and nothing of it is sent.",
    "Connect the account it was made with.",
  ],
  "campaign.never-text": [
    "Somebody in this part was put on the never-text list since.",
    "It was handed over once and cannot be changed, so it is not sent again.",
    "Choose “Do not send it”, and make a new campaign for the others.",
  ],
} as const satisfies Record<string, ErrorSentences>;
