import { z } from "zod";

// zod probes `new Function` when the first schema is made, which the content security policy would report.
// So this module is imported before every other.
z.config({ jitless: true });
