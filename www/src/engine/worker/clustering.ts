/** The engine's part that clusters: the sweep over numbers of clusters runs on the shards. */
import { type Remote, transfer } from "comlink";
import type { ClusterParams, Sweeping, SweepResult } from "../protocol";
import type { EngineRole, ShardRole } from "../roles";
import type { Study, Unit, UnitResult } from "../wasm/segmentlab";
import { type UnitLane, workOff } from "./units";

/** Milliseconds between two reports of a sweep: often enough to watch the curve grow. */
const REPORT_EVERY = 100;

type Clustering = Pick<
  EngineRole,
  "features" | "defaultFeatures" | "sweep" | "cluster" | "projection" | "compare" | "assign" | "clusterModel"
>;

interface Around {
  readonly study: () => Study;
  readonly shards: () => readonly Remote<ShardRole>[];
  /** Ends whatever runs, and gives what runs next its own end. */
  readonly restart: () => AbortSignal;
}

export function createClustering({ study, shards, restart }: Around): Clustering {
  async function sweep(params: ClusterParams, onSweep: (told: Sweeping) => void): Promise<SweepResult> {
    const stop = restart();
    const prepared = study().beginSweep(params);
    const matrix = study().matrix();
    const columns = params.features.features.length;
    const lanes = await Promise.all(
      shards().map(async (shard): Promise<UnitLane<Unit, UnitResult>> => {
        await shard.beginUnits(matrix, columns, params);
        return { work: (unit) => shard.work(unit) };
      }),
    );
    // A sweep that took its place has given the shards a matrix of its own: nothing of that may be ended.
    stop.throwIfAborted();
    let told = 0;
    const tell = () => {
      const [done = 0, units = 0] = study().sweepProgress();
      const now = performance.now();
      const isTime = done === units || now - told >= REPORT_EVERY;
      if (isTime) told = now;
      onSweep({ done, units, prepared, report: isTime ? study().sweepReport() : null });
    };
    tell();
    const dealer = {
      deal: () => study().dealUnit(),
      put: (unit: Unit, result: UnitResult) => {
        study().putUnit(unit, result);
        tell();
      },
    };
    try {
      await workOff(lanes, dealer, stop);
    } finally {
      for (const shard of shards()) void shard.endUnits();
    }
    return { prepared, report: study().sweepReport() };
  }

  return {
    features: () => study().features(),
    defaultFeatures: () => study().defaultFeatures(),
    sweep,
    cluster: (choice) => study().cluster(choice),
    projection(features, most) {
      const found = study().projection(features === null ? undefined : Uint32Array.from(features), most);
      return transfer(found, [found.rows.buffer, found.x.buffer, found.y.buffer, found.labels.buffer]);
    },
    compare: (names) => study().compareWithRfm([...names]),
    assign: (model) => study().assignModel(model),
    clusterModel: (names) => study().clusterModel([...names]),
  };
}
