import { configureGlobal } from "fast-check";

// Left to itself the library ends every list and text after ten, whatever is said to be the most it may hold: messages
// were never longer than a part, and no part of a campaign lived long enough to be posted twice.
configureGlobal({ defaultSizeToMaxWhenMaxSpecified: true });
