import { openStore } from "../../src/store/index.ts";
import { contract } from "./contract.ts";

contract("SQLite in memory", async () => openStore(":memory:"));
