/** The one worker script. */
import { watchRequests } from "../requests";
import type { RoleName, ShardSetup } from "../roles";
import { initSync } from "../wasm/segmentlab";
import { answer } from "./answer";
import { createEngine } from "./engine";
import { createShard } from "./shard";

const setup: ShardSetup = {
  start(module, engine) {
    initSync({ module });
    answer(createShard(), engine);
  },
  watchRequests,
};

const role = self.name as RoleName;
answer(role === "engine" ? { ...createEngine(), watchRequests } : setup);
