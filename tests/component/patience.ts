import { configure } from "@testing-library/react";

// The library waits for a second, which a busy machine may need for one drawing: a wait ends what hangs and is no measure.
configure({ asyncUtilTimeout: 20_000 });
