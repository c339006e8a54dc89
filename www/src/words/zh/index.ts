import type { Words } from "..";
import { apart } from "./apart";
import { clustering } from "./clustering";
import { clusters } from "./clusters";
import { coverage } from "./coverage";
import { data } from "./data";
import { effort } from "./effort";
import { errors } from "./errors";
import { features } from "./features";
import { files } from "./files";
import { f } from "./format";
import { imports } from "./imports";
import { issues } from "./issues";
import { learn } from "./learn";
import { lifecycle } from "./lifecycle";
import { market } from "./market";
import { overview } from "./overview";
import { personas } from "./personas";
import { profiles } from "./profiles";
import { report } from "./report";
import { rfm } from "./rfm";
import { shell } from "./shell";
import { terms } from "./terms";
import { traits } from "./traits";

export const zh: Words = {
  f,
  terms,
  shell,
  data,
  imports,
  overview,
  rfm,
  features,
  traits,
  apart,
  clustering,
  clusters,
  lifecycle,
  profiles,
  personas,
  coverage,
  effort,
  market,
  report,
  learn,
  errors,
  issues,
  files,
};
