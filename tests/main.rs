mod assets;
mod basemap;
mod flat_files;
