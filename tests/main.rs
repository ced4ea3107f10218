mod assets;
mod basemap;
mod flat_files;
mod http_contract;
mod server;
mod startup;
mod strangers;
mod wire;
