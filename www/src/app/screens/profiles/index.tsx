import type { ScreenProps } from "../../screen";
import { Lacking } from "../lacking";

export const Profiles = (props: ScreenProps) => <Lacking {...props} />;
