import { fit } from "./fit.js";
import Fitting from "./kmeans.worker.js?worker";

fit(new Fitting());
