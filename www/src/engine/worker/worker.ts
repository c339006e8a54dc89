/** The one worker script. */
import { watchRequests } from "../requests";
import type { RoleName, ShardSetup } from "../roles";
import { initSync } from "../wasm/segmentlab";
import { answer } from "./answer";
import { createEngine } from "./engine";
import { createShard } from "./shard";
import { createWorkbook } from "./workbook";

const setup: ShardSetup = {
  start(module, engine) {
    initSync({ module });
    answer(createShard(), engine);
  },
  watchRequests,
};

const roles: Record<RoleName, () => object> = {
  engine: () => ({ ...createEngine(), watchRequests }),
  shard: () => setup,
  workbook: () => ({ ...createWorkbook(), watchRequests }),
};
answer(roles[self.name as RoleName]());
