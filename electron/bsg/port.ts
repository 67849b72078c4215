import type { Sender, Tariff, ContactField } from "../../shared/account.ts";
import type { Route } from "../../shared/campaign/preflight.ts";
import type { DeliveryStatistics } from "../../shared/campaign/status.ts";
import type { AppError } from "../../shared/errors.ts";
import type { ChosenGroup } from "../../shared/library/draft.ts";
import type { Money } from "../../shared/money.ts";
import type { Result } from "../../shared/result.ts";

/**
 * What became of one POST that creates a campaign. The boundary is the moment the connection to the service is
 * secure (`secureConnect`; `connect` on loopback): before it nothing can have been sent, after it nobody knows.
 */
export type PostOutcome =
  /** Ended before the boundary: the service has seen nothing. */
  | { kind: "not-begun"; why: AppError }
  /** At the boundary the gate said no; the socket was closed before the first byte. */
  | { kind: "withheld" }
  /** A complete answer. `json` is null unless the body is JSON; `date` is the `Date` header. */
  | { kind: "answered"; status: number; json: unknown; text: string; date: string | null }
  /** Past the boundary and no complete answer. */
  | { kind: "broken"; why: AppError };

/** The service's campaign, reduced to what is believed. Absent is null. */
export type ServiceCampaign = {
  id: string;
  name: string;
  sender: string;
  /** The service's word, lower case; unknown ones are kept as they are. */
  status: string;
  messageType: string;
  startAt: string | null;
  realStartAt: string | null;
  finishedAt: string | null;
  createdAt: string | null;
  /** Only from creation it is a price. */
  calculatedPrice: Money | null;
};

/** A campaign on the service's list; `id` null: the service does not name it, so that nothing can be asked of it. */
export type ListedCampaign = Omit<ServiceCampaign, "id"> & { id: string | null };

/** `GET /campaigns/{id}/detail`: the counts that are believed. */
export type ServiceDetail = {
  id: string;
  status: string;
  startedAt: string | null;
  actualStartAt: string | null;
  finishedAt: string | null;
  createdAt: string | null;
  statistics: DeliveryStatistics;
  totalMessages: number | null;
  totalPrice: Money | null;
};

export type ServiceMessage = {
  campaignId: string | null;
  referenceId: string | null;
  phone: string;
  status: string;
  text: string | null;
  price: Money | null;
  createdAt: string | null;
  sentAt: string | null;
  deliveredAt: string | null;
  country: string | null;
  parts: number | null;
};

export type Page<T> = { rows: T[]; total: number | null; date: string | null };

/** Every refusal of a read is an AppError; `status` tells what the service answered, null when it did not. */
export type Refusal = AppError & { status?: number };
export type Answer<T> = Promise<Result<T, Refusal>>;

/** A contact as the service keeps it; `fields` by field id. */
export type Contact = { id: string; phone: string; fields: Record<string, string> };

/** Keeping the Contact Book and the stop list. Ids are text: they may pass 2^32. */
export interface ContactBook {
  /** Lists whose name contains this. */
  groupsNamed: (name: string) => Answer<ChosenGroup[]>;
  /** @param name 3 to 50 characters; refused when it exists. @param description at most 255. */
  createGroup: (name: string, description?: string) => Answer<ChosenGroup>;
  /** @param name at most 30 characters; refused when it exists. */
  createContactField: (name: string, type: "text" | "date" | "number") => Answer<ContactField>;
  /** Refused for a number that exists, and in TEST mode for one that is not verified. At most 100 lists. */
  createContact: (contact: ContactInput) => Answer<Contact>;
  /** What is given replaces what was there. */
  updateContact: (id: string, contact: ContactInput) => Answer<Contact>;
  contactByPhone: (phone: string) => Answer<Contact | null>;
  /** By the contacts' ids, in calls of at most 200; at most 100 lists. */
  addToGroups: (contacts: string[], groups: string[]) => Answer<null>;
  removeFromGroups: (contacts: string[], groups: string[]) => Answer<null>;
  /** Entries of the stop list: of one number, or of everybody on a list. */
  stopListEntries: (query: { phone: string } | { group: string }) => Answer<{ id: string; phone: string }[]>;
  /** By the entries' own ids, in calls of at most 200. */
  removeFromStopList: (ids: string[]) => Answer<null>;
}

/** What a contact is made of; `fields` by field id, empty values are left out. */
export type ContactInput = { phone: string; groups?: string[]; fields?: Record<string, string> };

/** The BSG One-API as the rest of the main process sees it. */
export interface BsgClient {
  /** The Contact Book and the stop list, for keeping them; reading them for a campaign is below. */
  readonly contactBook: ContactBook;
  /** Base of the service, such as `https://one-api.bsg.world`; a part belongs to the base it was planned for. */
  readonly base: string;
  /** `id` claim of the current JWT, logging in if there is none. */
  identity(): Promise<Result<string, AppError>>;
  /**
   * Posts a campaign body exactly as given, once: no keep-alive, no redirects, no retry.
   * @param mayPass asked at the boundary, before the first byte; false closes the socket unsent.
   */
  postCampaign(route: Route, body: string, mayPass: () => Promise<boolean>): Promise<PostOutcome>;
  /** Forgets the JWT and logs in again with the key (after a 401). */
  logInAgain(): Promise<Result<null, AppError>>;
  /** How long (ms) the last answer to a read asked to wait before the next one; 0 when it did not. */
  askedToWait(): number;
  stopCampaign(id: string): Answer<ServiceCampaign>;
  campaign(id: string): Answer<ServiceCampaign>;
  detail(id: string): Answer<ServiceDetail>;
  campaigns(query: {
    offset: number;
    limit: number;
    from: string;
    to: string;
    sender?: string;
  }): Answer<Page<ListedCampaign>>;
  messages(query: {
    offset: number;
    limit: number;
    campaignId?: string;
    referenceId?: string;
  }): Answer<Page<ServiceMessage>>;
  balance(): Answer<Money>;
  senders(): Answer<Sender[]>;
  tariffs(): Answer<Tariff[]>;
  /** Price of one text for these numbers (or groups); null when the service names none. */
  price(query: {
    sender: string;
    text: string;
    tariffCode: number | null;
    phones?: string[];
    groups?: string[];
  }): Answer<Money | null>;
  groups(): Answer<ChosenGroup[]>;
  contactFields(): Answer<ContactField[]>;
  /** Phones and fields (by field id) of the contacts of these groups. */
  contacts(query: {
    offset: number;
    limit: number;
    groups: string[];
  }): Answer<Page<{ id: string; phone: string; fields: Record<string, string> }>>;
  stopList(query: { offset: number; limit: number }): Answer<Page<{ id: string; phone: string }>>;
  addToStopList(phones: string[]): Answer<null>;
}
