export const welcome = {
  headline: "Your spreadsheet, as a text message to everybody on it.",
  purpose:
    "Drop in a customer list, write one message, see what each person gets and what it costs, and send it. Nobody is ever texted twice.",
  "practice.title": "Try it first",
  "practice.text":
    "Everything works with a practice service inside the program. No account, no internet, no text leaves this computer.",
  "practice.act": "Start in practice mode",
  "connect.title": "Connect my account",
  "connect.text":
    "Paste the API key from your BSG account. It stays in this computer’s keychain and is shown to nobody, us included.",
  "connect.label": "API key",
  "connect.act": "Connect",
  "connect.checking": "Checking the key with the service",
  language: "Language",
} as const;
