/** The files, and what each contender has to know of them: file to recency, frequency and money per customer. */
export const JOBS = {
  retail: {
    title: "Online Retail",
    roles: {
      InvoiceNo: "order",
      Quantity: "quantity",
      InvoiceDate: "date",
      UnitPrice: "price",
      CustomerID: "customer",
    },
    // Refunds are kept apart: money is the sum over rows with a positive quantity, of rows that name a customer.
    types: {
      InvoiceNo: "VARCHAR",
      StockCode: "VARCHAR",
      Description: "VARCHAR",
      Quantity: "INTEGER",
      InvoiceDate: "TIMESTAMP",
      UnitPrice: "DOUBLE",
      CustomerID: "VARCHAR",
      Country: "VARCHAR",
    },
    sql: {
      customer: "CustomerID",
      order: "InvoiceNo",
      date: "InvoiceDate",
      amount: "Quantity * UnitPrice",
      where: "CustomerID IS NOT NULL AND Quantity > 0",
    },
    fields: { order: 0, date: 4, customer: 6, quantity: 3, price: 5 },
    // The day after the last row of the file; the peers are told, ours finds out.
    asOf: "2011-12-10",
  },
  orders: {
    title: "5,000,000 order lines",
    roles: { order_id: "order", customer_id: "customer", order_date: "date", amount: "amount" },
    types: {
      order_id: "VARCHAR",
      customer_id: "VARCHAR",
      order_date: "DATE",
      category: "VARCHAR",
      channel: "VARCHAR",
      amount: "DOUBLE",
    },
    sql: { customer: "customer_id", order: "order_id", date: "order_date", amount: "amount", where: "true" },
    fields: { order: 0, customer: 1, date: 2, amount: 5 },
    asOf: "2025-01-01",
  },
};

/** Online Retail once more, as a workbook of 541,909 rows. */
JOBS.workbook = { ...JOBS.retail, title: "Online Retail, .xlsx" };

/** The large file with Chinese words, in two encodings. */
JOBS.utf8 = { ...JOBS.orders, title: "5,000,000 order lines in Chinese, UTF-8" };
JOBS.gb18030 = { ...JOBS.orders, title: "5,000,000 order lines in Chinese, GB18030" };

/** The job in SQL; `count(DISTINCT)` over groups by customer and order is the faster of the ways to write it. */
export function sqlOf({ types, sql, asOf }, file) {
  const columns = Object.entries(types).map(([name, type]) => `'${name}': '${type}'`);
  return [
    `CREATE OR REPLACE TABLE rfm AS
     SELECT customer, DATE '${asOf}' - CAST(max(last) AS DATE) AS r, count(*) AS f, sum(m) AS m
     FROM (SELECT ${sql.customer} AS customer, ${sql.order} AS o, max(${sql.date}) AS last, sum(${sql.amount}) AS m
           FROM read_csv('${file}', header = true, delim = ',', quote = '"', escape = '"', auto_detect = false, columns = {${columns.join(", ")}})
           WHERE ${sql.where} GROUP BY ALL)
     GROUP BY customer`,
    "SELECT count(*)::DOUBLE AS customers, sum(r)::DOUBLE AS r, sum(f)::DOUBLE AS f, sum(m)::DOUBLE AS m FROM rfm",
  ];
}
