/** The words of the menu and of the system's dialogs. Electron has its own for roles, in English alone. */
export type MenuWords = Record<
  | "file"
  | "edit"
  | "view"
  | "window"
  | "newCampaign"
  | "openFile"
  | "spreadsheets"
  | "workbook"
  | "commaSeparated"
  | "campaigns"
  | "settings"
  | "undo"
  | "redo"
  | "cut"
  | "copy"
  | "paste"
  | "selectAll"
  | "resetZoom"
  | "zoomIn"
  | "zoomOut"
  | "fullScreen"
  | "minimize"
  | "zoom"
  | "close"
  | "front"
  | "quit"
  | "about"
  | "services"
  | "hide"
  | "hideOthers"
  | "unhide"
  | "quitNamed",
  string
>;

const english: MenuWords = {
  file: "File",
  edit: "Edit",
  view: "View",
  window: "Window",
  newCampaign: "New campaign",
  openFile: "Open a spreadsheet…",
  spreadsheets: "Spreadsheets",
  workbook: "Excel workbook",
  commaSeparated: "CSV file",
  campaigns: "Campaigns",
  settings: "Settings…",
  undo: "Undo",
  redo: "Redo",
  cut: "Cut",
  copy: "Copy",
  paste: "Paste",
  selectAll: "Select all",
  resetZoom: "Actual size",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fullScreen: "Full screen",
  minimize: "Minimise",
  zoom: "Zoom",
  close: "Close window",
  front: "Bring all to front",
  quit: "Exit",
  about: "About Campaign Desk",
  services: "Services",
  hide: "Hide Campaign Desk",
  hideOthers: "Hide others",
  unhide: "Show all",
  quitNamed: "Quit Campaign Desk",
};
const words: Record<string, MenuWords> = {
  en: english,
  uk: {
    file: "Файл",
    edit: "Редагування",
    view: "Вигляд",
    window: "Вікно",
    newCampaign: "Нова кампанія",
    openFile: "Відкрити таблицю…",
    spreadsheets: "Таблиці",
    workbook: "Книга Excel",
    commaSeparated: "Файл CSV",
    campaigns: "Кампанії",
    settings: "Налаштування…",
    undo: "Скасувати дію",
    redo: "Повторити дію",
    cut: "Вирізати",
    copy: "Копіювати",
    paste: "Вставити",
    selectAll: "Вибрати все",
    resetZoom: "Звичайний розмір",
    zoomIn: "Збільшити",
    zoomOut: "Зменшити",
    fullScreen: "На весь екран",
    minimize: "Згорнути",
    zoom: "Змінити розмір",
    close: "Закрити вікно",
    front: "Усі вікна наперед",
    quit: "Вийти",
    about: "Про Campaign Desk",
    services: "Служби",
    hide: "Сховати Campaign Desk",
    hideOthers: "Сховати інші",
    unhide: "Показати всі",
    quitNamed: "Завершити Campaign Desk",
  },
  ru: {
    file: "Файл",
    edit: "Правка",
    view: "Вид",
    window: "Окно",
    newCampaign: "Новая кампания",
    openFile: "Открыть таблицу…",
    spreadsheets: "Таблицы",
    workbook: "Книга Excel",
    commaSeparated: "Файл CSV",
    campaigns: "Кампании",
    settings: "Настройки…",
    undo: "Отменить действие",
    redo: "Повторить действие",
    cut: "Вырезать",
    copy: "Копировать",
    paste: "Вставить",
    selectAll: "Выбрать всё",
    resetZoom: "Обычный размер",
    zoomIn: "Увеличить",
    zoomOut: "Уменьшить",
    fullScreen: "На весь экран",
    minimize: "Свернуть",
    zoom: "Изменить размер",
    close: "Закрыть окно",
    front: "Все окна наверх",
    quit: "Выход",
    about: "О программе Campaign Desk",
    services: "Службы",
    hide: "Скрыть Campaign Desk",
    hideOthers: "Скрыть остальные",
    unhide: "Показать все",
    quitNamed: "Завершить Campaign Desk",
  },
};

/** @param locale BCP 47 tag whose language the menu speaks, English where it has no words for it. */
export function menuWords(locale: string): MenuWords {
  return words[locale.toLowerCase().split("-")[0] ?? "en"] ?? english;
}
