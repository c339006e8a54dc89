import { plain, type Sentence, sentence } from "../sentence";
import { count, f } from "./format";

type Gained = "potential" | "value" | "customers" | "sales";

const gained: Record<Gained, string> = {
  potential: "potential",
  value: "sales",
  customers: "customers",
  sales: "sales by the curve",
};

const whole = (n: number) => f.number(Math.round(n));
const touches = (n: number) => count(Math.round(n), "touch", "touches");
/** What is spent: touches where each costs one, else money. */
const spent = (n: number, inTouches: boolean) => (inTouches ? touches(n) : `a cost of ${f.money(n)}`);
const gain = (n: number, of: Gained) => (of === "customers" ? whole(n) : f.money(n));
/** The same, short enough for a sentence. */
const short = (n: number, of: Gained) => (of === "customers" ? gain(n, of) : f.compact(n));

/** What target and plan would take, and where the same effort would bring more. */
export const effort = {
  levers: {
    title: "What would change",
    note: "Drag, use the arrow keys or type; everything below follows",
  },
  target: {
    name: "Target coverage",
    unit: "%",
    note: "Part of the customers of each cell that should be covered",
    ofFile: (cells: number, all: number) =>
      cells === all
        ? "Every cell has a target of its own in the file of targets; those hold"
        : `${f.number(cells)} of ${count(all, "cell")} have targets of their own in the file of targets; those hold there`,
    wrong: "A number from 0 to 100",
  },
  plan: {
    name: (tier: string) => `Plan for ${tier}`,
    unit: "a month",
    note: (customers: number, planned: number) =>
      `${count(customers, "customer")}, ${touches(planned)} each in the period`,
    wrong: "A number from 0 to 31",
    none: "Without tiers there is no plan: a cell needs as many touches as its target takes.",
  },
  budget: {
    name: "Budget",
    unit: "% of today’s",
    note: (of: { budget: number; held: number; inTouches: boolean }) =>
      `That is ${spent(of.budget, of.inTouches)}; what cells must keep takes ${of.inTouches ? whole(of.held) : f.money(of.held)} of it`,
    wrong: "A number from 0 to 10,000",
  },
  cost: {
    name: "Cost of a touch",
    unit: "each",
    inTouches: "1: the budget counts touches",
    inMoney: "In the unit of the file’s amounts; costs by segment go before it",
    wrong: "A number above 0",
  },
  takes: {
    title: "What it would take",
    now: "Spent in the period",
    target: "To reach the target, add",
    plan: "To keep the plan, add",
    touches,
    cost: (cost: number) => `cost ${f.money(cost)}`,
    forCustomers: (n: number) => `for ${count(n, "customer")}`,
    ofNow: (share: number) => `${f.percent(share, 0)} of today’s`,
    reached: "Nothing: every cell is at its target",
    kept: "Nothing: every planned touch was made",
    how: [
      "To reach the target: in each cell below its target, the customers who lack the fewest touches are brought to as many as count as covered, until the target is met. These are the fewest touches that do it.",
      "To keep the plan: for every customer the planned touches that were not made. Touches beyond the plan of one customer make up for nothing of another.",
      "Cost is touches times the cost of a touch in the cell.",
    ],
  },
  best: {
    title: "Best use of the budget",
    settings: "Settings",
    none: "With these settings there is no result: mostly because what cells must keep is more than the budget or a capacity. Lower the floors, or raise the budget or the capacity.",
    unbound: "Drop floors and capacities",
  },
  model: {
    name: "Response",
    kinds: { constant: "constant", adbudg: "ADBUDG curve" },
    hints: {
      constant: "Each touch up to the need reaches the same part of the cell’s worth",
      adbudg: "Sales rise with touches along a curve from what stays without any to the potential",
    },
    shape: "Exponent c",
    shapeNote: "Above 1 the curve is an S, up to 1 each touch brings less than the one before",
    shapeWrong: "A number from 0.1 to 10",
    kept: "Sales that stay without touches",
    keptWrong: "A number from 0 to 99",
    how: [
      "Constant: a cell’s worth (its potential; own sales where that is unknown; else its customers) is reached in equal parts by the touches it needs. What is gained by a touch is worth ÷ need; today only touches up to each customer’s need count.",
      "ADBUDG: sales = b + (a − b) · xᶜ / (d + xᶜ), where x is what is spent on the cell. a is its potential, b the kept part of its sales, and d is chosen so that the curve passes through its present touches and sales. c is the exponent.",
      "A cell needs its planned touches; without a plan as many as cover its target. Nothing above the need is ever spent on it.",
      "The budget goes where the next touch brings most (marginal return), within floors, ceilings and capacities. The result is the best one for the model as stated, not an estimate of it; where the search had to stop before that was certain, the distance to the bound is told. Touches are continuous in the model and shown rounded.",
      "The model is an assumption about the response, not a measurement of it: the data hold one point per cell. Take the direction from it, and check it by trying.",
    ],
  },
  floor: {
    name: "Every cell keeps",
    value: (share: number) => `${f.percent(share, 0)} of its touches`,
    unit: "% of its touches",
    note: "No cell goes below this part of its present touches, as far as it needs them. Bounds of single cells are set in the table.",
    wrong: "A number from 0 to 100",
  },
  by: {
    name: "Costs and capacities",
    label: "By",
    none: "the same for all",
    own: (dimension: string, segments: number) => `by ${dimension}: ${count(segments, "segment")} set`,
    cost: "Cost of a touch",
    capacity: "Capacity, touches",
    costOf: (segment: string) => `Cost of a touch, ${segment}`,
    capacityOf: (segment: string) => `Capacity of ${segment} in the period, touches`,
    unlimited: "no limit",
    note: "Touches in the whole period. To limit owners, make the owner one of the dimensions of the cells.",
    fromPlan: "Take the owners’ capacities",
  },
  headline: (of: {
    spent: number;
    /** What could be spent, where not all of it is. */
    available: number | null;
    inTouches: boolean;
    budget: number;
    before: number;
    after: number;
    rise: number | null;
    gained: Gained;
  }): Sentence => {
    const isPart = of.budget === 1 && of.available !== null;
    const same = of.budget === 1 ? (isPart ? "" : "The same ") : `With ${f.percent(of.budget, 0)} of today’s budget, `;
    const effort = of.inTouches ? sentence`${touches(of.spent)}` : sentence`spending of ${f.money(of.spent)}`;
    const part = of.inTouches
      ? sentence`${whole(of.spent)} of the ${touches(of.available ?? of.spent)}`
      : sentence`${f.money(of.spent)} of the ${f.money(of.available ?? of.spent)} spent`;
    const start = sentence`${plain(same)}${isPart ? part : effort} would ${plain(of.gained === "sales" ? "bring" : "reach")} `;
    const after = short(of.after, of.gained);
    const name = plain(gained[of.gained]);
    if (of.rise === null) return sentence`${start}${after} ${name}.`;
    if (Math.abs(of.rise) < 0.0005) return sentence`${start}as much ${name} as now: ${after}.`;
    const much = sentence`${f.percent(Math.abs(of.rise))} ${plain(of.rise > 0 ? "more" : "less")} ${name}`;
    return sentence`${start}${much}: ${after} instead of ${short(of.before, of.gained)}.`;
  },
  proof: {
    exact: "This is the optimum of the stated model: no other split within these bounds brings more.",
    bound: (bound: number, of: Gained, share: number) =>
      `No split within these bounds brings more than ${gain(bound, of)}; this one is at most ${f.percent(share, 2)} short of it.`,
    idle: (left: number, inTouches: boolean) =>
      `${inTouches ? touches(left) : `A cost of ${f.money(left)}`} of the budget stay${inTouches && Math.round(left) !== 1 ? "" : "s"} unused: no cell can take more within its need, ceiling or capacity.`,
    leftOut: (cells: number) =>
      `${count(cells, "cell")} left out (marked in the table): without touches, sales or a potential above them there is no curve. They keep their touches.`,
    noPotential:
      "The curve needs what customers could bring and what they bought: add a column of potential to the customers, and orders. Until then take the constant response.",
    purchases:
      "Touches are purchases here, because there is no file of visits: what is moved are orders, which cannot be moved at will. Add visits or contacts for a plan to act on.",
    above:
      "Some cells have more touches today than they need; what is above the need is given away even where the curve would still rise.",
  },
  chart: {
    title: "Touches before and after",
    note: (shown: number, all: number) =>
      shown === all
        ? "Largest changes first"
        : `The ${f.number(shown)} largest changes of ${count(all, "cell")}; the table has all`,
    axis: "Touches in the period",
    before: "now",
    after: "best",
    most: "need",
    point: (of: {
      name: string;
      before: number;
      after: number;
      need: number;
      gainBefore: number;
      gainAfter: number;
      gained: Gained;
    }) =>
      `${of.name}\n${whole(of.before)} → ${touches(of.after)}, need ${whole(of.need)}\n${gained[of.gained]} ${gain(of.gainBefore, of.gained)} → ${gain(of.gainAfter, of.gained)}`,
    change: (n: number) => (Math.round(n) > 0 ? `+${whole(n)}` : Math.round(n) < 0 ? `−${whole(-n)}` : "0"),
    description: (cells: number) => `Touches of ${count(cells, "cell")} now and at the optimum, with the need of each.`,
  },
  moves: {
    title: "From where to where",
    note: "Given up and taken on are paired by size; which touch of a cell goes does not matter to the result.",
    all: (n: number) => `Show all ${f.number(n)}`,
    columns: {
      from: "From",
      to: "To",
      touches: "Touches",
      given: "Touches fewer",
      taken: "Touches more",
      cost: "Cost",
    },
    added: "budget added",
    left: "budget left over",
    by: "Summed by",
    summed: (dimension: string) => `Summed by ${dimension}`,
    given: "given up",
    taken: "taken on",
    amount: (n: number, inTouches: boolean) => (inTouches ? touches(n) : f.money(n)),
    point: (from: string, to: string, amount: string) => `${from} → ${to}\n${amount}`,
    description: (n: number) =>
      `${count(n, "move")} from where touches are given up to where they are taken on; the table has every number.`,
    none: "Nothing moves: the touches are where they bring most, or the bounds hold them.",
  },
  table: {
    title: "All cells",
    note: "Bounds left empty are as everywhere; nothing is spent above the need",
    cell: "Cell",
    before: "Now",
    after: "Best",
    change: "Change",
    need: "Need",
    floor: "At least",
    ceiling: "At most",
    cost: "Cost of a touch",
    gain: (of: Gained): [string, string] => {
      const name = { potential: "Potential", value: "Sales", customers: "Customers", sales: "Sales by the curve" }[of];
      return [`${name} now`, `${name}, best`];
    },
    total: "All cells",
    leftOut: "left out",
    floorOf: (cell: string) => `At least so many touches: ${cell}`,
    ceilingOf: (cell: string) => `At most so many touches: ${cell}`,
    wrong: "A number from 0 on",
    more: (n: number) => `Show ${f.number(n)} more`,
    reset: "Drop all bounds of single cells",
    export: "Save as CSV",
  },
  empty: {
    title: "There is no effort to spend yet",
    text: "Add visits, contacts or calls (a row per touch with customer and date), or orders: then this part tells what target and plan would take and where the same effort would bring more.",
    action: "Add a file",
  },
  file: {
    name: "reallocation",
    leftOut: "left out",
    columns: (of: Gained): readonly string[] => [
      "Touches now",
      "Touches, best",
      "Change",
      "Need",
      "At least",
      "At most (own)",
      "Cost of a touch",
      "Spent now",
      "Spent, best",
      `${gained[of]} now`,
      `${gained[of]}, best`,
      "Remark",
    ],
  },
};
